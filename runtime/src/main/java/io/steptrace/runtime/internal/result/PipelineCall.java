package io.steptrace.runtime.internal.result;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.context.SpanActivation;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkDefinition;
import io.steptrace.runtime.internal.work.WorkTracer;

/**
 * One call that returned a pipeline. The first subscription belongs to the call itself; each further one is work of its own, so
 * that a retry around a step shows as many spans as there were attempts. Thread-safe.
 */
public final class PipelineCall {

    private final WorkTracer tracer;
    private final SpanActivation activation;
    private final WorkDefinition definition;
    private final Context parent;
    private final Object[] arguments;
    private final AtomicReference<Work> first;
    private final Consumer<Work> subscribed;

    /**
     * @param parent what is current outside the call
     * @param first the work of the call itself
     * @param subscribed takes the work of each subscription, which is {@code null} if telemetry is broken
     */
    public PipelineCall(WorkTracer tracer, SpanActivation activation, WorkDefinition definition, Context parent,
            Object[] arguments, Work first, Consumer<Work> subscribed) {
        this.tracer = tracer;
        this.activation = activation;
        this.definition = definition;
        this.parent = parent;
        this.arguments = arguments;
        this.first = new AtomicReference<>(first);
        this.subscribed = subscribed;
    }

    Context parent() {
        return parent;
    }

    /** The work of the next subscription; {@code null} if telemetry is broken. */
    Work next() {
        Work called = first.getAndSet(null);
        Work work = called != null ? called : tracer.start(definition, parent, arguments);
        subscribed.accept(work);
        return work;
    }

    /** The context of the work becomes current; to be closed on the same thread. */
    CarriedContext enter(Work work) {
        return activation.attach(parent, work);
    }
}
