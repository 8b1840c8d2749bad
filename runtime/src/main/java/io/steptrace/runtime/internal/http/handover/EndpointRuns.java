package io.steptrace.runtime.internal.http.handover;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;

/** Notes on which thread the code of an endpoint ran, and how long, on the root span of its request; thread-safe. */
public final class EndpointRuns {

    private final LongRuns longRuns;

    public EndpointRuns(LongRuns longRuns) {
        this.longRuns = longRuns;
    }

    /** The root span of the current request; {@code null} if it is not recorded. */
    ReadableSpan root() {
        Span current = Span.current();
        ReadableSpan root = current.isRecording() ? LocalTraceState.readable(current) : null;
        return root != null && root.getKind() == SpanKind.SERVER ? root : null;
    }

    /**
     * The endpoint has returned, or thrown, on this thread.
     *
     * @param request the context of the root
     * @param fromNanos when it began, since the start of the root
     * @param result {@code null} if it has thrown; the answer to a failure is of this thread as well
     */
    void left(ReadableSpan root, Context request, long fromNanos, Object result) {
        BrokenTelemetry.guard(() -> {
            TraceLedger ledger = LocalTraceState.ledgerOf(root.getSpanContext());
            if (ledger != null) {
                long toNanos = root.getLatencyNanos();
                ledger.ran(root.getSpanContext().getSpanId(), Thread.currentThread().getId(), 0,
                        isToCome(result) ? toNanos : Long.MAX_VALUE);
                longRuns.leftWithin(request, ledger, fromNanos, toNanos);
            }
        });
    }

    private static boolean isToCome(Object result) {
        return result instanceof CompletionStage || result instanceof Uni || result instanceof Flow.Publisher;
    }
}
