package io.steptrace.runtime.internal.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.recording.ParkAllowance;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.trace.LocalTrace;
import io.steptrace.runtime.internal.trace.TracedWork;

/**
 * One running step or effect: its span, and its job once it is queued or parked.
 * <p>
 * Thread-safe. It ends once, whoever is first; what comes later is ignored.
 */
public final class Work extends JobSpan implements TracedWork {

    /** As many as of parks, and for the same reason. */
    static final int MAX_RETRY_EVENTS = ParkAllowance.MAX_EVENTS;

    /** An object less per call than an {@code AtomicBoolean}. */
    private static final AtomicIntegerFieldUpdater<Work> ENDED = AtomicIntegerFieldUpdater.newUpdater(Work.class, "ended");

    private final WorkTracer tracer;
    private final WorkDefinition definition;
    private final Context context;
    private final NeedPlace member;
    private final long startedNanos;
    private volatile boolean returnsByNeed;
    private volatile boolean saysWhatItRendered;
    private volatile int ended;
    /** Read by other threads behind the Vert.x context in which they find this work. */
    private Thread thread;
    private int retryEvents;

    Work(WorkTracer tracer, WorkDefinition definition, LocalTrace trace, Context parent, Span span, NeedPlace member) {
        super(tracer.jobs(), trace, span);
        this.tracer = tracer;
        this.definition = definition;
        this.member = member;
        this.context = parent.with(span).with(this);
        this.startedNanos = measurements().areOn() ? tracer.jobs().clock().nanoTime() : 0;
    }

    /** The innermost step or effect a context belongs to; {@code null} for none. */
    public static Work in(Context context) {
        return (Work) context.get(KEY);
    }

    @Override
    public Context storeInContext(Context target) {
        return target.with(KEY, this);
    }

    @Override
    public Context context() {
        return context;
    }

    /** The code of the work runs on this thread now; {@code null} for none, as far as is known. */
    public void runsOn(Thread runner) {
        thread = runner;
    }

    public boolean runsOnAnotherThread() {
        Thread runner = thread;
        return runner != null && runner != Thread.currentThread();
    }

    public boolean isOver() {
        return ended != 0;
    }

    /** Its result comes out of a continuation. */
    void returnsByNeed() {
        returnsByNeed = true;
    }

    /** It has told what it rendered, which its result need not show. */
    void saysWhatItRendered() {
        saysWhatItRendered = true;
    }

    /** Whether there is room for another retry, which then is told. */
    synchronized boolean mayTellRetry() {
        if (retryEvents == MAX_RETRY_EVENTS) {
            return false;
        }
        retryEvents++;
        return true;
    }

    WorkEvents events() {
        return tracer.events();
    }

    /** What else can be told of the work while it runs. */
    public WorkFacts facts() {
        return new WorkFacts(this);
    }

    /** What runs when a need of this work is met; {@code null} if the work is no step. */
    public ContinuationDefinition continuation() {
        return definition.continuation();
    }

    /** The work returned, or its asynchronous result completed, with this result. */
    public void succeed(Object result) {
        end(returnsByNeed ? Outcome.NEED : Outcome.DONE, result, null);
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
    public void reject(JobRejectedException rejection) {
        if (ended == 0) {
            BrokenTelemetry.guard(() -> rejectJob(rejection));
        }
        fail(rejection);
    }

    private Measurements measurements() {
        return telemetry().measurements();
    }

    private void end(Outcome outcome, Object result, Throwable failure) {
        if (!ENDED.compareAndSet(this, 0, 1)) {
            return;
        }
        writeEnd(outcome, result, failure);
        try {
            endSpan(outcome.isSuccess());
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            endHalfRecorded();
        }
    }

    private void writeEnd(Outcome outcome, Object result, Throwable failure) {
        try {
            definition.writeOutcome(span(), outcome);
            if (failure != null) {
                tracer.failures().write(span(), definition.declaredErrors(), trace().failures(), definition.isRequired(member),
                        failure);
            } else if (outcome.isSuccess() && !saysWhatItRendered) {
                definition.writeResult(span(), measurements(), result);
            }
            if (measurements().areOn()) {
                definition.measure(measurements(), tracer.jobs().clock().nanoTime() - startedNanos, outcome, member, context);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** Better than never exported; a span that has ended ignores this. */
    private void endHalfRecorded() {
        try {
            span().end();
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }
}
