package io.steptrace;

import java.util.concurrent.RejectedExecutionException;

/**
 * A queue's refusal of a job that it does not run; the message names the queue, its limits and the remedy.
 * <p>
 * A {@code Uni} or a stage fails with it; a {@code void} method and an executor injected with {@link JobQueue} throw
 * it. An HTTP request that fails with it is answered with the status that is configured for the queue, unless an
 * exception mapper or a failure handler of the application answers.
 */
public final class JobRejectedException extends RejectedExecutionException {

    private static final long serialVersionUID = 1L;

    private final String queue;
    private final int capacity;
    private final Reason reason;

    /**
     * Refuses a job.
     *
     * @param queue the configured name of the queue
     * @param capacity how many jobs may wait in it
     * @param message for the log and the trace
     * @param cause {@code null} for none
     */
    public JobRejectedException(String queue, int capacity, Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.queue = queue;
        this.capacity = capacity;
        this.reason = reason;
    }

    /** The configured name of the queue. */
    public String queue() {
        return queue;
    }

    /** How many jobs may wait in the queue beyond those that run. */
    public int capacity() {
        return capacity;
    }

    /** Why the job is not run. */
    public Reason reason() {
        return reason;
    }

    /** Reasons not to run a job. */
    public enum Reason {
        /** As many jobs run and wait as the queue allows. */
        QUEUE_FULL,
        /** The application is stopping. */
        SHUTDOWN
    }
}
