package io.steptrace.runtime.internal.trace;

import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.failure.SeenFailures;
import io.steptrace.runtime.internal.telemetry.RecordingLock;
import io.steptrace.runtime.internal.telemetry.SpanStart;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.time.EpochAnchor;

/** What the steps and effects of one trace share within this process; thread-safe. */
public final class LocalTrace {

    private final String rootSpanId;
    private final RouteSource routeSource;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong effects = new AtomicLong();
    private volatile EpochAnchor anchor;
    private volatile SeenFailures failures;
    private final RecordingLock recording = new RecordingLock();

    /** That of work of which no root is known. */
    LocalTrace() {
        this("");
    }

    /** @param rootSpanId the span that it is about */
    public LocalTrace(String rootSpanId) {
        this(rootSpanId, RouteSource.UNKNOWN);
    }

    public LocalTrace(String rootSpanId, RouteSource routeSource) {
        this(rootSpanId, routeSource, null);
    }

    private LocalTrace(String rootSpanId, RouteSource routeSource, EpochAnchor anchor) {
        this.rootSpanId = rootSpanId;
        this.routeSource = routeSource;
        this.anchor = anchor;
    }

    /** The route of the request, as far as it is known by now. */
    public String route() {
        return routeSource.route();
    }

    public boolean isRootedIn(String spanId) {
        return rootSpanId.equals(spanId);
    }

    public long nextStep() {
        return steps.incrementAndGet();
    }

    public long nextEffect() {
        return effects.incrementAndGet();
    }

    /** The translation of monotonic time for this trace, anchored on first use at a span of it that has not ended. */
    public EpochAnchor anchor(Span span, Clock clock) {
        EpochAnchor known = anchor;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (anchor == null) {
                anchor = SpanClock.pair(span, clock);
            }
            return anchor;
        }
    }

    /** As {@link #anchor}, if that has been asked for before; else {@code null}. */
    public EpochAnchor knownAnchor() {
        return anchor;
    }

    /** When a span of this trace started, on the monotonic clock; now, for one that does not say. */
    public long startNanos(Span span, Clock clock) {
        ReadableSpan readable = LocalTraceState.readable(span);
        return readable == null ? clock.nanoTime() : anchor(span, clock).nanoTimeAt(SpanStart.epochNanos(readable));
    }

    /** Made when something fails: most traces have none. */
    public SeenFailures failures() {
        SeenFailures known = failures;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (failures == null) {
                failures = new SeenFailures();
            }
            return failures;
        }
    }

    /** Held while a job is recorded on a span that may have many of them. */
    public RecordingLock recording() {
        return recording;
    }

    /** One that is made when it is asked for first; thread-safe. */
    static final class Once {

        private volatile LocalTrace made;

        /** Null if it was not made yet. */
        LocalTrace known() {
            return made;
        }

        /**
         * @param root below which it is asked for
         * @param anchor the translation of monotonic time for it
         */
        synchronized LocalTrace below(Span root, EpochAnchor anchor) {
            if (made == null) {
                made = new LocalTrace(root.getSpanContext().getSpanId(), RouteSource.of(root), anchor);
            }
            return made;
        }

        /** It is not needed any more, and holds its root no longer. */
        void forget() {
            made = null;
        }
    }
}
