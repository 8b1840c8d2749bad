package io.steptrace.runtime.internal.trace.ledger;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.SpanNames;

/**
 * What of a span matters to the verdict.
 *
 * @param parentId the id of its parent, be it in another process
 * @param beginNanos in nanoseconds since the epoch
 * @param endNanos likewise
 * @param threadId the thread on which it ended
 * @param isOurs whether it is one of ours, and not of another library
 * @param isOutgoing whether it is a call of something outside
 */
public record TimedSpan(String spanId, String parentId, String name, long beginNanos, long endNanos, long threadId,
        boolean isOurs, boolean isOutgoing) {

    static TimedSpan of(SpanData span, long threadId) {
        return new TimedSpan(span.getSpanId(), span.getParentSpanId(), span.getName(), span.getStartEpochNanos(),
                span.getEndEpochNanos(), threadId, SpanNames.SCOPE.equals(span.getInstrumentationScopeInfo().getName()),
                span.getKind() == SpanKind.CLIENT || span.getKind() == SpanKind.PRODUCER);
    }

    /** Whether it is a step, an effect or a continuation. */
    boolean isWork() {
        return isOurs && !SpanNames.isWait(name);
    }
}
