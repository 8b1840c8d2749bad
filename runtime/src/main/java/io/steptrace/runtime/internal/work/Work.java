package io.steptrace.runtime.internal.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.LongConsumer;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.job.PossiblePark;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.time.EpochAnchor;
import io.steptrace.runtime.internal.trace.LocalTrace;
import io.steptrace.runtime.internal.trace.TracedWork;

/**
 * One running step or effect: its span, and a {@link LateJob} once there is more to record.
 * <p>
 * Thread-safe. It ends once, by the first call that ends it; later calls are ignored. What is public here is called amid the
 * application's code, and never throws.
 */
public final class Work implements TracedWork, ResultEnd {

    /** An object less per call than an {@code AtomicBoolean}. */
    private static final AtomicIntegerFieldUpdater<Work> ENDED = AtomicIntegerFieldUpdater.newUpdater(Work.class, "ended");
    private static final AtomicReferenceFieldUpdater<Work, LateJob> LATE = AtomicReferenceFieldUpdater.newUpdater(Work.class,
            LateJob.class, "late");

    final WorkTracer tracer;
    final WorkDefinition definition;
    final LocalTrace trace;
    final Span span;
    final NeedPlace place;
    /** On the clock of jobs; 0 if that was not asked. */
    final long startedNanos;
    /** Translates that clock, if the span has its times from it; {@code null} if the SDK measures it. */
    final EpochAnchor anchor;
    private final Context context;
    private volatile LateJob late;
    private volatile boolean returnsByNeed;
    volatile boolean hasRendered;
    private volatile int ended;
    private volatile Runnable whenOver;

    Work(WorkTracer tracer, WorkDefinition definition, LocalTrace trace, Context parent, Span span, NeedPlace place,
            long startedNanos, EpochAnchor anchor) {
        this.tracer = tracer;
        this.definition = definition;
        this.trace = trace;
        this.span = span;
        this.place = place;
        this.context = parent.with(span).with(this);
        this.startedNanos = startedNanos;
        this.anchor = anchor;
    }

    /** The innermost step or effect a context belongs to; {@code null} for none. */
    public static Work in(Context context) {
        return (Work) context.get(KEY);
    }

    /** The context in which the application's code runs. */
    public Context context() {
        return context;
    }

    @Override
    public LocalTrace trace() {
        return trace;
    }

    /** What runs when a need of this work is met; {@code null} if the work is no step. */
    public ContinuationDefinition continuation() {
        return definition.continuation();
    }

    public boolean isOver() {
        return ended != 0;
    }

    /** Runs the last action given right after the end, on the thread that ends the work; never if that is past. */
    public void whenOver(Runnable action) {
        whenOver = action;
    }

    /** Made when it is needed: most spans have nothing to record but themselves. */
    LateJob late() {
        if (late == null) {
            LATE.compareAndSet(this, null, new LateJob(this, tracer.jobs()));
        }
        return late;
    }

    /** The record of its passage through a queue; {@code null} if it went through none, or is not recorded. */
    public JobRecording job() {
        LateJob known = late;
        return known == null ? null : known.recording();
    }

    /**
     * The work begins to wait.
     *
     * @return what ends the wait; running it twice is harmless
     */
    public Runnable park(ParkReason reason) {
        try {
            if (tracer.jobs().follows(span)) {
                return late().sinceStart().park(reason);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
        return () -> {
        };
    }

    /**
     * Remembers this instant as the possible beginning of a wait, which only its end can prove to have been one.
     *
     * @return the instant, for {@link #parkedSince}; {@code null} if the work is not recorded
     */
    public PossiblePark mayPark() {
        try {
            if (tracer.jobs().follows(span)) {
                JobRecording recording = job();
                return recording != null ? recording.mayPark() : PossiblePark.first(tracer.jobs().clock().nanoTime());
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
        return null;
    }

    /** What began as a possible wait has been one, and ends now. Of two such waits that overlap only one counts. */
    public void parkedSince(PossiblePark begin, ParkReason reason) {
        if (begin != null) {
            BrokenTelemetry.guard(() -> late().parkedSince(begin, reason));
        }
    }

    /** As {@link LateJob#handedOver}; false as well if the work is not recorded. */
    public boolean handedOver(String queue, String worker, PossiblePark since) {
        try {
            return tracer.jobs().follows(span) && late().handedOver(queue, worker, since);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return false;
        }
    }

    /** Another attempt begins after this backoff, not negative; of one work a bounded number is recorded. */
    public void retried(int attempt, String reason, long backoffNanos) {
        BrokenTelemetry.guard(() -> {
            if (tracer.jobs().follows(span) && late().takesRetry()) {
                event(at -> tracer.events().retry(span, at, attempt, reason, backoffNanos));
                tracer.jobs().measurements().retried(context);
            }
        });
    }

    /** The work has been running for too long, and stands there. */
    public void stuck(Attributes where) {
        event(at -> tracer.events().stuck(span, at, where));
    }

    /** A value of so many bytes is put into a slot; negative if the size is unknown. */
    public void slotWritten(String slot, long sizeBytes) {
        event(at -> tracer.events().slotWritten(span, at, slot, sizeBytes));
    }

    /** Something of so many bytes was rendered, which the result need not show; negative if the size is unknown. */
    public void rendered(RenderPhase phase, long sizeBytes) {
        hasRendered = true;
        BrokenTelemetry.guard(() -> RenderAttributes.write(span, phase, sizeBytes));
    }

    /** The work asks for so many effects at a time. */
    public void needRequested(int effects, NeedPlace.Terms terms) {
        event(at -> tracer.events().needRequested(span, at, effects, terms));
    }

    /** A need has got what it waits for, and its continuation follows. */
    public void needJoined(int completed, int failed, long durationNanos) {
        returnsByNeed = true;
        event(at -> tracer.events().needJoined(span, at, completed, failed, durationNanos));
    }

    /** Something happens now; {@code event} gets its time in nanoseconds since the epoch. */
    void event(LongConsumer event) {
        try {
            if (span.isRecording()) {
                late().event(event);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** The code of the work has returned this on the thread that has run all of it, and there is nothing to wait for. */
    public void returned(Object result) {
        end(true, success(), result, null);
    }

    /** The work returned, or its asynchronous result completed, with this result. */
    @Override
    public void succeed(Object result) {
        end(false, success(), result, null);
    }

    /** The work threw, or its asynchronous result failed; with a {@link CancellationException} it counts as cancelled. */
    @Override
    public void fail(Throwable failure) {
        boolean isCancelled = ErrorRules.unwrap(failure) instanceof CancellationException;
        end(false, isCancelled ? Outcome.CANCELLED : Outcome.FAIL, null, isCancelled ? null : failure);
    }

    /** The result is no longer awaited. */
    public void cancel() {
        end(false, Outcome.CANCELLED, null, null);
    }

    /** The queue did not accept the work, which fails with this. */
    public void reject(JobRejectedException rejection) {
        if (ended == 0 && job() != null) {
            BrokenTelemetry.guard(() -> late().reject(rejection));
        }
        fail(rejection);
    }

    private Outcome success() {
        return returnsByNeed ? Outcome.NEED : Outcome.DONE;
    }

    private void end(boolean isHere, Outcome outcome, Object result, Throwable failure) {
        if (ENDED.compareAndSet(this, 0, 1)) {
            tracer.end(this, isHere, outcome, result, failure);
            if (whenOver != null) {
                whenOver.run();
            }
        }
    }
}
