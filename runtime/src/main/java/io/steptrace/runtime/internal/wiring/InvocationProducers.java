package io.steptrace.runtime.internal.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.steptrace.runtime.internal.config.SteptraceConfig.Queue;
import io.steptrace.runtime.internal.context.SpanActivation;
import io.steptrace.runtime.internal.interception.CallerInvocations;
import io.steptrace.runtime.internal.need.QueuedContinuations;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.queue.QueueExecutorService;
import io.steptrace.runtime.internal.queue.TaskRecordings;
import io.steptrace.runtime.internal.queue.WorkSubmission;
import io.steptrace.runtime.internal.work.WorkTracer;
import io.vertx.core.Vertx;

/** Produces the beans the interceptor calls. */
@Singleton
public class InvocationProducers {

    @Produces
    @Singleton
    SpanActivation spanActivation(Vertx vertx) {
        SpanActivation activation = new SpanActivation();
        activation.selfTest(vertx);
        return activation;
    }

    @Produces
    @Singleton
    CallerInvocations callerInvocations(WorkTracer tracer, SpanActivation activation) {
        return new CallerInvocations(tracer, activation);
    }

    @Produces
    @Singleton
    WorkSubmission workSubmission(WorkTracer tracer, JobQueues queues) {
        return new WorkSubmission(tracer, queues);
    }

    /** Looked up where a need is described, and injected nowhere. */
    @Produces
    @Singleton
    @Unremovable
    QueuedContinuations continuations(WorkSubmission submission, JobQueues queues, TaskRecordings recordings) {
        return new QueuedContinuations(submission,
                new QueueExecutorService(() -> queues, () -> recordings, Queue.CONTINUATIONS));
    }
}
