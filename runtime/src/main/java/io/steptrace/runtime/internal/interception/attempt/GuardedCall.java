package io.steptrace.runtime.internal.interception.attempt;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.interception.attempt.GuardEvents.Refusal;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.job.PossiblePark;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.RecordingLock;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkAttempts;
import io.steptrace.runtime.internal.work.WorkRuns;

/**
 * One call of a method under fault tolerance: records what lies before and between its attempts.
 * <p>
 * Thread-safe. Attempts may begin on any thread, overlap when one has timed out, and end when the call is over.
 */
final class GuardedCall {

    /** The name of the external queue an attempt was in when it comes to another thread. */
    private static final String QUEUE = "fault-tolerance";
    private static final ParkReason HAND_OVER = new ParkReason(ParkCause.BACKPRESSURE, QUEUE, null);
    private static final Runnable NOTHING_BEFORE = () -> {
    };
    private static final ParkReason RETRY = new ParkReason(ParkCause.TIMER, "retry", null);

    private final GuardedMethod method;
    private final Work work;
    private final Context context;
    private final RecordingLock lock = new RecordingLock();

    private Thread caller;
    private PossiblePark arrival;
    private long arrivalAtBulkhead;
    private boolean subscribed;
    private int attempts;
    private Attempt latest;
    /** Whether the next attempt has yet to get as far as the method: nothing more is heard of the latest, if there is one. */
    private boolean hasNextAhead = true;

    /**
     * The call comes now, on this thread.
     *
     * @param work {@code null} if it is not recorded
     */
    GuardedCall(GuardedMethod method, Work work, Context context) {
        this.method = method;
        this.work = work;
        this.context = context;
        arrive();
    }

    GuardedMethod method() {
        return method;
    }

    /**
     * Nothing runs before the result is subscribed to, so that the wait begins only then.
     *
     * @return whether this is the call of that work
     */
    boolean subscribed(Work subscribedWork) {
        try (RecordingLock recording = lock.hold()) {
            if (work != subscribedWork) {
                return false;
            }
            if (attempts == 0) {
                subscribed = true;
                arrive();
            }
            return true;
        }
    }

    /** Another attempt begins, on this thread. */
    Attempt begin() {
        try (RecordingLock recording = lock.hold()) {
            BulkheadOccupancy bulkhead = method.bulkhead();
            boolean hasQueued = bulkhead != null && bulkhead.wasFullSince(arrivalAtBulkhead);
            if (bulkhead != null) {
                bulkhead.enter();
            }
            next(() -> recordArrival(hasQueued));
            return latest;
        }
    }

    void end(Attempt attempt, Throwable failure) {
        try (RecordingLock recording = lock.hold()) {
            if (!attempt.finish(failure)) {
                return;
            }
            if (method.bulkhead() != null) {
                method.bulkhead().leave();
            }
            // a later one has long begun if this one had timed out
            if (work != null && attempt == latest) {
                BrokenTelemetry.guard(() -> attempt.endedAt(work.mayPark()));
            }
        }
    }

    /** A part of the code leaves this thread, which is not that of the call. */
    void leftPart(long fromNanos) {
        WorkRuns.leftPart(work, fromNanos);
    }

    /** The attempt after the latest comes, unless it is refused on its way. */
    void retries() {
        try (RecordingLock recording = lock.hold()) {
            hasNextAhead = true;
        }
    }

    /** Another attempt is refused, and does not begin. */
    void refused(Refusal refusal) {
        try (RecordingLock recording = lock.hold()) {
            next(NOTHING_BEFORE);
            latest.refused(refusal);
            if (work != null) {
                WorkAttempts.refused(work, attempts, refusal.reason());
                latest.endedAt(work.mayPark());
            }
        }
    }

    /** The latest attempt has taken too long; or, if another is on its way, that one, which has only waited to begin. */
    void timedOut() {
        try (RecordingLock recording = lock.hold()) {
            boolean hasOnlyWaited = hasNextAhead;
            if (hasOnlyWaited) {
                next(() -> work.parkedSince(arrival, method.bulkhead() == null ? HAND_OVER : method.bulkhead().reason()));
                latest.finish(null);
            }
            latest.timedOut();
            if (work != null) {
                WorkAttempts.timedOut(work, attempts);
                if (hasOnlyWaited) {
                    latest.endedAt(work.mayPark());
                }
            }
        }
    }

    /** All attempts have failed, and the fallback answers instead. */
    void fallsBack() {
        if (work != null) {
            WorkAttempts.fellBack(work);
        }
    }

    /** This thread enters the context of the call, or that of a plain span in it that is current; closed on the same thread. */
    Scope attach() {
        boolean isCurrent = work == null ? Context.current() == context : CarriedContext.isCurrent(work);
        return CarriedContext.attach(isCurrent ? Context.current() : context);
    }

    private void arrive() {
        caller = Thread.currentThread();
        arrivalAtBulkhead = method.bulkhead() == null ? 0 : method.bulkhead().arrive();
        if (work != null) {
            BrokenTelemetry.guard(() -> arrival = work.mayPark());
        }
    }

    /** @param first records what lies before the first attempt */
    private void next(Runnable first) {
        Attempt before = latest;
        attempts++;
        latest = new Attempt(this, work != null && Thread.currentThread() != caller ? WorkRuns.elapsedNanos(work) : -1);
        hasNextAhead = false;
        if (work != null) {
            BrokenTelemetry.guard(() -> {
                if (before == null) {
                    first.run();
                } else {
                    recordRetry(before);
                }
            });
        }
    }

    private void recordArrival(boolean hasQueued) {
        if (hasQueued) {
            work.parkedSince(arrival, method.bulkhead().reason());
        } else if (Thread.currentThread() != caller
                && !work.handedOver(QUEUE, Thread.currentThread().getName(), subscribed ? arrival : null)) {
            work.parkedSince(arrival, HAND_OVER);
        }
    }

    private void recordRetry(Attempt before) {
        PossiblePark now = work.mayPark();
        if (now == null) {
            return;
        }
        long backoffNanos = 0;
        if (before.end() != null) {
            backoffNanos = now.nanos() - before.end().nanos();
            work.parkedSince(before.end(), RETRY);
        }
        work.retried(attempts, before.reasonToRetry(method), Math.max(0, backoffNanos));
    }
}
