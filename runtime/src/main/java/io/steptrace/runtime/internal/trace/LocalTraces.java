package io.steptrace.runtime.internal.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.SpanStart;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.time.EpochAnchor;

/**
 * Finds the {@link LocalTrace} of work, whose parent may be a span of another library, such as the HTTP server's. Thread-safe.
 * <p>
 * Work of which no local trace is known counts its steps from 1 for each piece of top-level work, and loses nothing else.
 */
public final class LocalTraces {

    private final Clock clock;
    private final long begunNanos;

    /** Begins together with the SDK whose spans it is asked about. */
    public LocalTraces(Clock clock) {
        this.clock = clock;
        this.begunNanos = clock.nanoTime();
    }

    /** The trace that work started in this context belongs to. */
    public LocalTrace of(Context context) {
        TracedWork enclosing = context.get(TracedWork.KEY);
        return enclosing != null ? enclosing.trace() : below(Span.fromContext(context), context);
    }

    private LocalTrace below(Span parent, Context context) {
        AssembledTrace trace = AssembledTrace.of(parent.getSpanContext());
        // its clock can be read as long as it has not ended
        if (trace == null || !parent.isRecording()) {
            return new LocalTrace();
        }
        LocalTrace known = trace.local.known();
        if (known != null) {
            return known;
        }
        Span localRoot = LocalRootSpan.fromContextOrNull(context);
        Span root = localRoot != null ? localRoot : parent;
        // it has one anyway as soon as anything is recorded of it beside spans, and says here what would take two more readings
        EpochAnchor anchor = SpanClock.pair(parent, clock);
        return seesTheEndOf(root, anchor) ? trace.local.below(root, anchor) : new LocalTrace();
    }

    /**
     * Whether the end of this span will be seen here. The request that causes a live reload begins in the old application and
     * ends in its SDK, but is answered by the new one: kept here, its span would keep the old application, and that its own
     * old one; and what is kept there of the new one is forgotten by nobody.
     */
    public boolean seesTheEndOf(Span root) {
        return seesTheEndOf(root, SpanClock.pair(root, clock));
    }

    private boolean seesTheEndOf(Span root, EpochAnchor anchor) {
        ReadableSpan readable = LocalTraceState.readable(root);
        return readable == null || anchor.nanoTimeAt(SpanStart.epochNanos(readable)) - begunNanos >= 0;
    }
}
