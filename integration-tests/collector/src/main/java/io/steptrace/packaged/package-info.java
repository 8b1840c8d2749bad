/**
 * Applications as they are shipped, each in a process of its own. Imports Awaitility; nothing of the application.
 */
package io.steptrace.packaged;
