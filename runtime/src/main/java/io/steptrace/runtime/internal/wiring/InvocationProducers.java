package io.steptrace.runtime.internal.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.steptrace.runtime.internal.interception.CallerInvocations;
import io.steptrace.runtime.internal.interception.QueuedInvocations;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.span.SpanActivation;
import io.steptrace.runtime.internal.span.WorkTracer;
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
    QueuedInvocations queuedInvocations(WorkTracer tracer, JobQueues queues) {
        return new QueuedInvocations(tracer, queues);
    }
}
