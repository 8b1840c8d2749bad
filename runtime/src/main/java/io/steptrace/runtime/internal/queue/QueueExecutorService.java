package io.steptrace.runtime.internal.queue;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.recording.TaskRecording;

/** A queue as a plain executor; its life belongs to Quarkus, not to the bean it is injected into. */
public final class QueueExecutorService extends AbstractExecutorService {

    private final Supplier<JobQueues> queues;
    private final Supplier<TaskRecordings> recordings;
    private final String name;

    /**
     * @param queues resolved on the first submission
     * @param recordings resolved on the first submission
     * @param name the queue, as the code calls it
     */
    public QueueExecutorService(Supplier<JobQueues> queues, Supplier<TaskRecordings> recordings, String name) {
        this.queues = queues;
        this.recordings = recordings;
        this.name = name;
    }

    @Override
    public void execute(Runnable task) {
        JobQueues all = queues.get();
        BoundedJobQueue queue = all.queue(name);
        TaskRecording recording = recordings.get().open(queue.name());
        SubmittedTask job = new SubmittedTask(all, queue, task, recording);
        try {
            queue.submit(job);
        } catch (JobRejectedException e) {
            recording.rejected(e);
            throw e;
        }
    }

    @Override
    public void shutdown() {
        throw livesWithTheApplication();
    }

    @Override
    public List<Runnable> shutdownNow() {
        throw livesWithTheApplication();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        throw livesWithTheApplication();
    }

    private UnsupportedOperationException livesWithTheApplication() {
        return new UnsupportedOperationException(
                "executor of a job queue: " + name + " - leave it open; Quarkus closes it when the application stops");
    }
}
