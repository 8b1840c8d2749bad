package io.steptrace.runtime.internal.telemetry;

/** The names of spans that are the same in all applications, or begin alike. */
public final class SpanNames {

    public static final String QUEUE_WAIT = "job.queue_wait";
    /** What a promoted park is called before its cause. */
    public static final String PARK_PREFIX = "job.park(";

    private SpanNames() {
    }
}
