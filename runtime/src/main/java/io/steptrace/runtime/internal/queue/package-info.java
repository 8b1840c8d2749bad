/**
 * Bounded dispatch of jobs on the executors of the platform, and the recording of tasks of an injected executor. Imports
 * {@code context}, {@code work} and {@code recording}.
 */
package io.steptrace.runtime.internal.queue;
