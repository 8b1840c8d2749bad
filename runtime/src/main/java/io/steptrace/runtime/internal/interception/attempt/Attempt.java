package io.steptrace.runtime.internal.interception.attempt;

import io.opentelemetry.context.Scope;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.interception.attempt.GuardEvents.Refusal;
import io.steptrace.runtime.internal.job.PossiblePark;
import io.steptrace.runtime.internal.result.FollowedAttempt;

/** One attempt of a call, which may outlive the call; guarded by the call's lock. */
final class Attempt implements FollowedAttempt {

    /** What fault tolerance makes of a result that its {@code @RetryWhen} does not accept. */
    static final String UNEXPECTED_RESULT = "unexpected_result";
    static final String TIMEOUT = "org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException";

    private static final String INTERRUPTION = InterruptedException.class.getName();

    private final GuardedCall call;
    private final long fromNanos;
    private boolean over;
    private boolean hasTimedOut;
    private PossiblePark end;
    private String failure;

    /** @param fromNanos how long the work had been running when this began on another thread; negative on that of the call */
    Attempt(GuardedCall call, long fromNanos) {
        this.call = call;
        this.fromNanos = fromNanos;
    }

    /** Its code leaves the thread on which it has run. */
    void left() {
        if (fromNanos >= 0) {
            call.leftPart(fromNanos);
        }
    }

    @Override
    public Scope attach() {
        return call.attach();
    }

    @Override
    public void succeed(Object item) {
        call.end(this, null);
    }

    @Override
    public void fail(Throwable thrown) {
        call.end(this, ErrorRules.unwrap(thrown));
    }

    /** @return whether it was not over before */
    boolean finish(Throwable thrown) {
        if (over) {
            return false;
        }
        over = true;
        failure = thrown == null ? null : thrown.getClass().getName();
        return true;
    }

    /** It has not even begun. */
    void refused(Refusal refusal) {
        over = true;
        failure = refusal.failure();
    }

    /** Fault tolerance does not wait for it any more, whether it stops or not. */
    void timedOut() {
        hasTimedOut = true;
    }

    void endedAt(PossiblePark instant) {
        end = instant;
    }

    /** When it ended; {@code null} if it is still running, or not recorded. */
    PossiblePark end() {
        return end;
    }

    /** Why another attempt follows this one. */
    String reasonToRetry(GuardedMethod method) {
        if (hasTimedOut || !over) {
            return TIMEOUT;
        }
        if (failure == null) {
            return method.timesOut() ? TIMEOUT : UNEXPECTED_RESULT;
        }
        // a synchronous call is not repeated after an interruption, unless that was how its timeout reached it
        if (failure.equals(INTERRUPTION) && !method.isAsynchronous()) {
            return TIMEOUT;
        }
        return failure;
    }
}
