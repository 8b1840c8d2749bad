package io.steptrace.runtime.internal.telemetry;

/** The names of the events Steptrace writes; each stands here once. */
public final class EventNames {

    public static final String EXCEPTION = "exception";
    public static final String JOB_ENQUEUED = "steptrace.job.enqueued";
    public static final String JOB_TAKEN = "steptrace.job.taken";
    public static final String JOB_STARTED = "steptrace.job.started";
    public static final String JOB_PARKED = "steptrace.job.parked";
    public static final String JOB_RESUMED = "steptrace.job.resumed";
    public static final String JOB_COMPLETED = "steptrace.job.completed";
    public static final String JOB_STUCK = "steptrace.job.stuck";
    public static final String JOB_REJECTED = "steptrace.job.rejected";
    public static final String RETRY = "steptrace.retry";
    public static final String ATTEMPT_TIMED_OUT = "steptrace.attempt.timed_out";
    public static final String ATTEMPT_REFUSED = "steptrace.attempt.refused";
    public static final String FALLBACK = "steptrace.fallback";
    public static final String NEED_REQUESTED = "steptrace.need.requested";
    public static final String NEED_JOIN = "steptrace.need.join";
    public static final String SLOT_WRITE = "steptrace.slot.write";

    private EventNames() {
    }
}
