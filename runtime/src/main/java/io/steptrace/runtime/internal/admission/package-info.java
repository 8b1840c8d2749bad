/**
 * What may refuse a call before it does or enqueues anything: validation and security. Imports the extensions that do it,
 * and is named by the build only where these are present; nothing of ours.
 */
package io.steptrace.runtime.internal.admission;
