/**
 * Bounded dispatch of jobs on the executors of the platform. Emits nothing itself; tasks of an injected executor are told
 * through {@code span}.
 */
package io.steptrace.runtime.internal.queue;
