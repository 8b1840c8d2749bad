package io.steptrace.runtime.internal.recording;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.job.JobDurations;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.RecordingLock;
import io.steptrace.runtime.internal.telemetry.SpanStart;
import io.steptrace.runtime.internal.time.EpochAnchor;
import io.steptrace.runtime.internal.trace.LocalTrace;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.LocalTraceState.RootJob;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;

/**
 * The recording of a request that is handed over to another thread because it must, on its span. Thread-safe; what goes wrong
 * with a fact is noted, and none of the request's business.
 * <p>
 * Every request has one, so it is small: three instants, as its job waits in one queue and parks nowhere. Unless it waits
 * for its thread there is nothing to say but how long it took: it has durations, and no events.
 */
public final class HandOverRecording implements RootJob {

    private final JobTelemetry telemetry;
    private final Context context;
    private final LocalTrace trace;
    private final Span span;
    private final EpochAnchor anchor;
    private final String queue;
    private final long enqueuedNanos;
    private int depthAtEnqueue = QueueEntry.UNKNOWN;

    private boolean wasTaken;
    private boolean wasStarted;
    private boolean isComplete;
    private boolean isPromoted;
    private long takenNanos;
    private long startedNanos;

    /**
     * @param context whose span is that of the request
     * @param queue what the request waits in
     * @param enqueuedNanos since when, on the monotonic clock
     */
    public HandOverRecording(JobTelemetry telemetry, Context context, LocalTrace trace, String queue, long enqueuedNanos) {
        this.telemetry = telemetry;
        this.context = context;
        this.trace = trace;
        this.span = Span.fromContext(context);
        this.anchor = trace.anchor(span, telemetry.clock());
        this.queue = queue;
        this.enqueuedNanos = enqueuedNanos;
    }

    /** It waits among {@code depth} requests, served up to here by this thread; before any other thread knows of it. */
    public void enqueued(int depth) {
        depthAtEnqueue = depth;
        TraceLedger ledger = LocalTraceState.ledgerOf(span.getSpanContext());
        ReadableSpan running = LocalTraceState.readable(span);
        if (ledger != null && running != null) {
            ledger.ran(span.getSpanContext().getSpanId(), Thread.currentThread().getId(), 0,
                    Math.max(0, anchor.epochNanosAt(enqueuedNanos) - SpanStart.epochNanos(running)));
        }
    }

    /** The request has arrived at its thread, and leaves {@code depth} requests waiting; a second time is harmless. */
    public void takenAt(long nanos, String worker, int depth) {
        try (RecordingLock recording = trace.recording().hold()) {
            if (!wasTaken && !isComplete) {
                wasTaken = true;
                takenNanos = later(enqueuedNanos, nanos);
                // at once: code that runs before the endpoint may write to the same span
                writeQueueWait(takenNanos, worker, depth);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** The endpoint's code begins. One that has not arrived, or is over, does not. */
    public void started() {
        try (RecordingLock recording = trace.recording().hold()) {
            if (wasTaken && !wasStarted && !isComplete) {
                wasStarted = true;
                startedNanos = later(takenNanos, telemetry.clock().nanoTime());
                if (isPromoted) {
                    telemetry.events().started(span, anchor.epochNanosAt(startedNanos));
                }
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    @Override
    public boolean isOf(ReadableSpan root) {
        return span == root;
    }

    @Override
    public void complete(long endEpochNanos, boolean success) {
        try (RecordingLock recording = trace.recording().hold()) {
            if (!isComplete) {
                isComplete = true;
                long endNanos = later(latestNanos(), anchor.nanoTimeAt(endEpochNanos));
                writeEvents(endNanos, success);
                JobAttributes.write(span, queue, durationsUntil(endNanos), 0, isPromoted);
            }
        }
    }

    /** A broken event must not cost the durations. */
    private void writeEvents(long endNanos, boolean success) {
        try {
            if (!wasTaken) {
                writeQueueWait(endNanos, null, QueueEntry.UNKNOWN);
            }
            if (!wasTaken || isPromoted) {
                telemetry.events().completed(span, anchor.epochNanosAt(endNanos), success);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** @param worker {@code null} if the request was over before it arrived */
    private void writeQueueWait(long endNanos, String worker, int depthAtTake) {
        TraceLedger ledger = LocalTraceState.ledgerOf(span.getSpanContext());
        if (ledger != null) {
            ledger.queued(span.getSpanContext().getSpanId(), queue, anchor.epochNanosAt(enqueuedNanos),
                    anchor.epochNanosAt(endNanos));
        }
        isPromoted = telemetry.promotion().promotesQueueWait(endNanos - enqueuedNanos, trace::route);
        if (isPromoted) {
            telemetry.promotedSpans().queueWait(context, entry(worker, depthAtTake), anchor, enqueuedNanos, endNanos, wasTaken);
        } else if (!wasTaken) {
            telemetry.events().enqueued(span, anchor.epochNanosAt(enqueuedNanos), entry(worker, depthAtTake));
        }
    }

    private QueueEntry entry(String worker, int depthAtTake) {
        QueueEntry entry = new QueueEntry(queue);
        entry.enqueued(depthAtEnqueue);
        if (worker != null) {
            entry.taken(worker, depthAtTake);
        }
        return entry;
    }

    private JobDurations durationsUntil(long endNanos) {
        long taken = wasTaken ? takenNanos : endNanos;
        long started = wasStarted ? startedNanos : endNanos;
        return new JobDurations(taken - enqueuedNanos, started - taken, 0, endNanos - started);
    }

    private long latestNanos() {
        if (wasStarted) {
            return startedNanos;
        }
        return wasTaken ? takenNanos : enqueuedNanos;
    }

    /** Compares by difference, because readings of a monotonic clock may overflow. */
    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
