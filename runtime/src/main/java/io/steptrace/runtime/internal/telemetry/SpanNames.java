package io.steptrace.runtime.internal.telemetry;

/** The names of spans that are the same in all applications, or begin alike, and their instrumentation scope. */
public final class SpanNames {

    /** The instrumentation scope of every span, event and log record. */
    public static final String SCOPE = "io.steptrace";

    /** What the root of a request is called before its method and route, unless it is called as the conventions say. */
    public static final String REQUEST_PREFIX = "http.server: ";

    public static final String QUEUE_WAIT = "job.queue_wait";
    /** What a promoted park is called before its cause. */
    public static final String PARK_PREFIX = "job.park(";

    private SpanNames() {
    }

    /** Whether a span of this name is a wait that was promoted. */
    public static boolean isWait(String name) {
        return name.equals(QUEUE_WAIT) || name.startsWith(PARK_PREFIX);
    }
}
