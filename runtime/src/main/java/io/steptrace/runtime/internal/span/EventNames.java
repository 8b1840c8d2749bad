package io.steptrace.runtime.internal.span;

/** The names of the events Steptrace writes; each stands here once. */
final class EventNames {

    static final String EXCEPTION = "exception";
    static final String JOB_ENQUEUED = "steptrace.job.enqueued";
    static final String JOB_TAKEN = "steptrace.job.taken";
    static final String JOB_STARTED = "steptrace.job.started";
    static final String JOB_PARKED = "steptrace.job.parked";
    static final String JOB_RESUMED = "steptrace.job.resumed";
    static final String JOB_COMPLETED = "steptrace.job.completed";
    static final String JOB_REJECTED = "steptrace.job.rejected";
    static final String RETRY = "steptrace.retry";
    static final String ATTEMPT_TIMED_OUT = "steptrace.attempt.timed_out";
    static final String ATTEMPT_REFUSED = "steptrace.attempt.refused";
    static final String FALLBACK = "steptrace.fallback";
    static final String NEED_REQUESTED = "steptrace.need.requested";
    static final String NEED_JOIN = "steptrace.need.join";
    static final String SLOT_WRITE = "steptrace.slot.write";

    private EventNames() {
    }
}
