package io.steptrace.runtime.internal.trace.ledger;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.telemetry.SpanStart;

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

    /** Of one that has ended. */
    static TimedSpan of(ReadableSpan span, long threadId) {
        long beginNanos = SpanStart.epochNanos(span);
        long endNanos = beginNanos + span.getLatencyNanos();
        return new TimedSpan(span.getSpanContext().getSpanId(), span.getParentSpanContext().getSpanId(), span.getName(),
                beginNanos, endNanos, threadId, isOurs(span.getInstrumentationScopeInfo()), isOutgoing(span.getKind()));
    }

    /** Whether a span says by itself how time was spent: of any other it matters only what is known beside it. */
    static boolean saysHow(ReadableSpan span) {
        return isOurs(span.getInstrumentationScopeInfo()) || isOutgoing(span.getKind());
    }

    private static boolean isOurs(InstrumentationScopeInfo scope) {
        return SpanNames.SCOPE.equals(scope.getName());
    }

    private static boolean isOutgoing(SpanKind kind) {
        return kind == SpanKind.CLIENT || kind == SpanKind.PRODUCER;
    }

    /** Whether it is a step, an effect or a continuation. */
    boolean isWork() {
        return isOurs && !SpanNames.isWait(name);
    }
}
