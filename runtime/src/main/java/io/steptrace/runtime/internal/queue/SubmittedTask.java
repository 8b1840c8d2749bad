package io.steptrace.runtime.internal.queue;

import java.util.concurrent.Future;

import org.jboss.logging.Logger;

import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.recording.TaskRecording;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.PrintableLog;

/** A task submitted through an injected executor: it has no span of its own and is recorded on its submitter's. */
final class SubmittedTask extends ContextualJob {

    private static final Logger LOG = PrintableLog.of(SubmittedTask.class);

    private final String queue;
    private final Runnable task;
    private final TaskRecording recording;

    SubmittedTask(JobQueues queues, BoundedJobQueue queue, Runnable task, TaskRecording recording) {
        super(queues, queue, CarriedContext.current(), true);
        this.queue = queue.name();
        this.task = task;
        this.recording = recording;
    }

    @Override
    protected String name() {
        return "a task";
    }

    @Override
    public void enqueued(int depth) {
        recording.enqueued(depth);
    }

    @Override
    public void taken(String worker, int depth) {
        recording.taken(worker, depth);
    }

    @Override
    protected void runInContext(Runnable over) {
        boolean success = false;
        try {
            recording.started();
            task.run();
            success = true;
        } catch (Throwable t) {
            // a task whose submitter wants to know is a future, which has caught it already
            BrokenTelemetry.guard(() -> LOG.errorf(t, "job queue: %s - a task failed", queue));
        } finally {
            try {
                recording.completed(success);
            } finally {
                over.run();
            }
        }
    }

    @Override
    public void abandoned(JobRejectedException reason) {
        try {
            recording.rejected(reason);
        } finally {
            if (task instanceof Future<?> future) {
                future.cancel(false);
            }
        }
    }
}
