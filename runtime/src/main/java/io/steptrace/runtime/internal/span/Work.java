package io.steptrace.runtime.internal.span;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.OpenPark;
import io.steptrace.runtime.internal.job.ParkReason;

/**
 * One running step or effect: its span, and its job once it is queued or parked.
 * <p>
 * Thread-safe. It ends once, whoever is first; what comes later is ignored.
 */
public final class Work implements ImplicitContextKeyed {

    private static final Runnable NOT_PARKED = () -> {
    };
    private static final ContextKey<Work> KEY = ContextKey.named("steptrace.work");

    /** An object less per call than an {@code AtomicBoolean}. */
    private static final AtomicIntegerFieldUpdater<Work> ENDED = AtomicIntegerFieldUpdater.newUpdater(Work.class, "ended");

    private final WorkTracer tracer;
    private final WorkDefinition definition;
    private final LocalTrace trace;
    private final Span span;
    private final Context context;
    private volatile int ended;
    private volatile JobRecording job;

    Work(WorkTracer tracer, WorkDefinition definition, LocalTrace trace, Context parent, Span span) {
        this.tracer = tracer;
        this.definition = definition;
        this.trace = trace;
        this.span = span;
        this.context = parent.with(span).with(this);
    }

    /** The innermost step or effect around the caller; {@code null} if there is none or none that is recorded. */
    public static Work current() {
        return in(Context.current());
    }

    static Work in(Context context) {
        return context.get(KEY);
    }

    @Override
    public Context storeInContext(Context target) {
        return target.with(KEY, this);
    }

    /** The context in which the application's code runs. */
    public Context context() {
        return context;
    }

    LocalTrace trace() {
        return trace;
    }

    /** Opens the record of a job that waits in a queue from {@code enqueuedNanos} on. */
    void enqueue(String queue, long enqueuedNanos) {
        job = tracer.jobs().enqueued(context, trace, queue, enqueuedNanos);
    }

    /** The record of its passage through a queue; {@code null} if it went through none, or is not recorded. */
    public JobRecording job() {
        return job;
    }

    /**
     * The work begins to wait.
     *
     * @return what ends the wait; running it twice is harmless
     */
    public Runnable park(ParkReason reason) {
        if (!span.isRecording()) {
            return NOT_PARKED;
        }
        JobRecording recording = jobSinceStart();
        OpenPark park = recording.park(reason);
        return () -> recording.resume(park);
    }

    /** The work returned, or its asynchronous result completed, with this result. */
    public void succeed(Object result) {
        end(Outcome.DONE, result, null);
    }

    /** The work threw, or its asynchronous result failed; with a {@link CancellationException} it counts as cancelled. */
    public void fail(Throwable failure) {
        if (ErrorRules.unwrap(failure) instanceof CancellationException) {
            cancel();
            return;
        }
        end(Outcome.FAIL, null, failure);
    }

    /** Nobody waits for the result any more. */
    public void cancel() {
        end(Outcome.CANCELLED, null, null);
    }

    /** The queue did not accept the work, which fails with this. */
    public void reject(String reason, Throwable failure) {
        JobRecording recording = job;
        if (recording != null && ended == 0) {
            recording.rejected(reason);
            // a job that was never enqueued has no passage to tell
            job = null;
        }
        fail(failure);
    }

    private void end(Outcome outcome, Object result, Throwable failure) {
        if (!ENDED.compareAndSet(this, 0, 1)) {
            return;
        }
        try {
            definition.writeOutcome(span, outcome, result);
            if (failure != null) {
                tracer.failures().write(span, definition, trace, failure);
            }
            endSpan(outcome == Outcome.DONE);
        } catch (RuntimeException e) {
            BrokenTelemetry.note(e);
            // half told is better than never exported; a span that has ended ignores this
            BrokenTelemetry.guard(span::end);
        }
    }

    private void endSpan(boolean success) {
        JobRecording recording = job;
        if (recording == null) {
            span.end();
            return;
        }
        Completed completed = recording.complete(success);
        recording.writeAttributes(completed);
        // the very end the durations add up to
        span.end(recording.epochNanosAt(completed.completedNanos()), TimeUnit.NANOSECONDS);
    }

    private JobRecording jobSinceStart() {
        JobRecording known = job;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (job == null) {
                job = tracer.jobs().runningSinceStart(context, trace);
            }
            return job;
        }
    }
}
