package io.steptrace.runtime.internal.interception;

import java.util.concurrent.atomic.AtomicReference;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.context.SpanActivation;
import io.steptrace.runtime.internal.interception.attempt.GuardedInvocation;
import io.steptrace.runtime.internal.result.SubscribedCall;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkDefinition;
import io.steptrace.runtime.internal.work.WorkTracer;

/** A call on its caller that starts further work of the same arguments below the same parent. */
final class RepeatableCall implements SubscribedCall {

    private final WorkTracer tracer;
    private final SpanActivation activation;
    private final WorkDefinition definition;
    private final Context parent;
    private final Object[] arguments;
    private final AtomicReference<Work> first;
    private final GuardedInvocation guarded;

    /**
     * @param first the work of the call itself
     * @param guarded {@code null} if there is no fault tolerance around the method
     */
    RepeatableCall(WorkTracer tracer, SpanActivation activation, WorkDefinition definition, Context parent, Object[] arguments,
            Work first, GuardedInvocation guarded) {
        this.tracer = tracer;
        this.activation = activation;
        this.definition = definition;
        this.parent = parent;
        this.arguments = arguments;
        this.first = new AtomicReference<>(first);
        this.guarded = guarded;
    }

    @Override
    public Context parent() {
        return parent;
    }

    @Override
    public Work next() {
        Work called = first.getAndSet(null);
        Work work = called != null ? called : tracer.start(definition, parent, arguments);
        if (guarded != null) {
            guarded.subscribed(work);
        }
        return work;
    }

    @Override
    public CarriedContext enter(Work work) {
        return activation.attach(parent, work);
    }
}
