package io.steptrace.runtime.internal.recording;

import io.steptrace.JobRejectedException;

/** The telling of a task that has no span of its own: its events and its promoted wait go to its submitter's span. */
public interface TaskRecording {

    /** The queue has accepted the task, which now waits among {@code depth} tasks. */
    void enqueued(int depth);

    /** A worker begins with the task and leaves {@code depth} tasks waiting. */
    void taken(String worker, int depth);

    /** The task's code begins. */
    void started();

    /** The task is over. */
    void completed(boolean success);

    /** The queue did not accept the task. */
    void rejected(JobRejectedException rejection);

    /** Nothing to tell, because the submitter is not recorded. */
    TaskRecording NONE = new TaskRecording() {
        @Override
        public void enqueued(int depth) {
            // nobody listens
        }

        @Override
        public void taken(String worker, int depth) {
            // nobody listens
        }

        @Override
        public void started() {
            // nobody listens
        }

        @Override
        public void completed(boolean success) {
            // nobody listens
        }

        @Override
        public void rejected(JobRejectedException rejection) {
            // nobody listens
        }
    };
}
