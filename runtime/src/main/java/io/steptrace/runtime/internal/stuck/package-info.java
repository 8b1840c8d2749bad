/**
 * What has been running for too long and still is, and where it stands. Imports {@code context}, {@code work} and
 * {@code trace}.
 */
package io.steptrace.runtime.internal.stuck;
