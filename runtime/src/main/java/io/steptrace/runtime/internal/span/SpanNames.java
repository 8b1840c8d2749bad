package io.steptrace.runtime.internal.span;

/** The names of spans that are the same in all applications, or begin alike. */
final class SpanNames {

    static final String QUEUE_WAIT = "job.queue_wait";
    /** What a promoted park is called before its cause. */
    static final String PARK_PREFIX = "job.park(";

    private SpanNames() {
    }
}
