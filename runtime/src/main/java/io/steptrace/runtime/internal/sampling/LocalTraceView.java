package io.steptrace.runtime.internal.sampling;

import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * What is known of a local trace when it is decided.
 *
 * @param spans those that have ended
 * @param root the local root that ended last; null if none has ended yet
 * @param elapsedNanos how long that root took, or how long it has been running
 */
record LocalTraceView(List<ReadableSpan> spans, ReadableSpan root, long elapsedNanos) {
}
