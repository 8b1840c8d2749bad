/**
 * What has been running for too long and still is, and where it stands. Imports {@code context}, {@code work},
 * {@code trace} and {@code waits}.
 */
package io.steptrace.runtime.internal.stuck;
