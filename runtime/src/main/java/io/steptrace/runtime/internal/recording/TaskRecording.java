package io.steptrace.runtime.internal.recording;

import io.steptrace.JobRejectedException;

/** The recording of a task that has no span of its own: its events and its promoted wait go to its submitter's span. */
public interface TaskRecording {

    /** Records nothing, because the submitter is not recorded. */
    TaskRecording NONE = new TaskRecording() {
    };

    /** The queue has accepted the task, which now waits among {@code depth} tasks. */
    default void enqueued(int depth) {
    }

    /** A worker begins with the task and leaves {@code depth} tasks waiting. */
    default void taken(String worker, int depth) {
    }

    /** The task's code begins. */
    default void started() {
    }

    /** The task is over. */
    default void completed(boolean success) {
    }

    /** The queue did not accept the task. */
    default void rejected(JobRejectedException rejection) {
    }
}
