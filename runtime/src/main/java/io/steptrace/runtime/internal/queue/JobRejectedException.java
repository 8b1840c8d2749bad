package io.steptrace.runtime.internal.queue;

import java.util.concurrent.RejectedExecutionException;

/** A queue's answer to a job it does not run; the message names the queue and the remedy. */
public final class JobRejectedException extends RejectedExecutionException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private JobRejectedException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static JobRejectedException full(String queue, int capacity, int concurrency) {
        return new JobRejectedException("queue_full", "queue full: " + queue + " (capacity " + capacity + ", concurrency "
                + concurrency + ") - submit less, or raise quarkus.steptrace.queues.\"" + queue + "\".capacity", null);
    }

    static JobRejectedException shutDown(String queue, Throwable cause) {
        JobRejectedException rejection = new JobRejectedException("shutdown",
                "queue shut down: " + queue + " - the application is stopping", cause);
        // as often as a timer or a consumer comes until it is stopped as well, and it is the same each time
        rejection.setStackTrace(new StackTraceElement[0]);
        return rejection;
    }

    /** Why, as a word for dashboards: {@code queue_full} or {@code shutdown}. */
    public String reason() {
        return reason;
    }
}
