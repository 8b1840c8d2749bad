package io.steptrace.runtime.internal.queue;

import io.steptrace.JobRejectedException;

/** What a queue runs; called in this order, by one thread at a time. Nothing here may throw. */
public interface QueuedJob {

    /**
     * The job was accepted; it is run later, unless the executor turns out to have shut down.
     *
     * @param depth the jobs that wait now, this one included; 0 if a worker begins with it at once
     */
    void enqueued(int depth);

    /**
     * A worker begins with the job.
     *
     * @param worker the name of its thread
     * @param depth the jobs that wait on
     */
    void taken(String worker, int depth);

    /**
     * Does the work. It may go on asynchronously after the return: the worker is free then, but the queue is not drained
     * before {@code finished} has been run.
     *
     * @param finished to be run exactly once when the work is over
     */
    void run(Runnable finished);

    /** What a log says of a job that is not over: its name, and where it is. */
    String whereabouts();

    /** Interrupts the thread that does the work, if one does. */
    default void interrupt() {
        // most of a job's life may need no thread
    }

    /** The job was accepted and will not be run after all; follows {@link #enqueued}. */
    void abandoned(JobRejectedException reason);
}
