package io.steptrace.runtime.internal.span;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.LongConsumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.OpenPark;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.job.PossiblePark;

/**
 * One running step or effect: its span, and its job once it is queued or parked.
 * <p>
 * Thread-safe. It ends once, whoever is first; what comes later is ignored.
 */
public final class Work implements ImplicitContextKeyed {

    private static final Runnable NOT_PARKED = () -> {
    };
    private static final double NANOS_PER_MILLI = 1_000_000.0;
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
    private long latestToldNanos;

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

    /**
     * Remembers this instant as the possible beginning of a wait, which only its end can prove to have been one.
     *
     * @return the instant, for {@link #parkedSince}; {@code null} if the work is not recorded
     */
    public PossiblePark mayPark() {
        if (!span.isRecording()) {
            return null;
        }
        JobRecording recording = job;
        return recording != null ? recording.mayPark() : PossiblePark.first(tracer.jobs().clock().nanoTime());
    }

    /** What began as a possible wait has been one, and ends now. Of two such waits that overlap only one counts. */
    public void parkedSince(PossiblePark begin, ParkReason reason) {
        if (begin != null && span.isRecording()) {
            jobSinceStart().parkedSince(begin, reason);
        }
    }

    /**
     * The work has reached the thread it runs on by way of a queue that belongs to others, in which it was since its start.
     *
     * @param queue the name of that queue
     * @return whether this could be told: work with a job already has had its passage
     */
    public boolean handedOver(String queue, String worker) {
        synchronized (this) {
            if (job != null || !span.isRecording()) {
                return false;
            }
            job = tracer.jobs().enqueuedSinceStart(context, trace, queue);
        }
        job.taken(worker);
        job.started();
        return true;
    }

    /** Another attempt begins. */
    public void retried(int attempt, String reason, Duration backoff) {
        double backoffMillis = backoff.toNanos() / NANOS_PER_MILLI;
        tell(at -> tracer.jobs().workEvents().retry(span, at, attempt, reason, backoffMillis));
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

    /** Tells what happens now; {@code event} gets its time in nanoseconds since the epoch. */
    private void tell(LongConsumer event) {
        if (!span.isRecording()) {
            return;
        }
        synchronized (this) {
            if (job == null) {
                latestToldNanos = tracer.jobs().clock().nanoTime();
                BrokenTelemetry
                        .guard(() -> event.accept(trace.anchor(span, tracer.jobs().clock()).epochNanosAt(latestToldNanos)));
                return;
            }
        }
        job.tell(event);
    }

    private JobRecording jobSinceStart() {
        JobRecording known = job;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (job == null) {
                JobRecording recording = tracer.jobs().runningSinceStart(context, trace);
                if (latestToldNanos != 0) {
                    recording.toldUntil(latestToldNanos);
                }
                job = recording;
            }
            return job;
        }
    }
}
