package io.steptrace.runtime.internal.work;

/** Records how the attempts of a work have ended, as fault tolerance has it. Thread-safe; never throws. */
public final class WorkAttempts {

    /** Of one work not more are recorded than retries. */
    private static final int MAX = LateJob.MAX_RETRY_EVENTS + 1;

    private WorkAttempts() {
    }

    /** An attempt, counted from 1, has taken too long. */
    public static void timedOut(Work work, int attempt) {
        if (attempt <= MAX) {
            work.event(at -> work.tracer.events().attemptTimedOut(work.span, at));
        }
    }

    /** An attempt, counted from 1, was refused for this reason. */
    public static void refused(Work work, int attempt, String reason) {
        if (attempt <= MAX) {
            work.event(at -> work.tracer.events().attemptRefused(work.span, at, reason));
        }
    }

    /** Something else answers in place of the work. */
    public static void fellBack(Work work) {
        work.event(at -> work.tracer.events().fallback(work.span, at));
    }
}
