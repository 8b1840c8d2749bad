package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.ArcInvocationContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.context.SpanActivation;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkDefinition;
import io.steptrace.runtime.internal.work.WorkTracer;

/** Runs steps and effects on their caller. */
public final class CallerInvocations {

    private final WorkTracer tracer;
    private final SpanActivation activation;

    public CallerInvocations(WorkTracer tracer, SpanActivation activation) {
        this.tracer = tracer;
        this.activation = activation;
    }

    /** Whether nobody wants to know of calls below this parent. */
    boolean skips(Context parent) {
        return tracer.skips(parent);
    }

    /** @param guarded {@code null} if there is no fault tolerance around the method */
    Object invoke(ArcInvocationContext invocation, WorkDefinition definition, Context parent, GuardedInvocation guarded)
            throws Exception {
        Object[] arguments = invocation.getParameters();
        Work work = tracer.start(definition, parent, arguments);
        if (work == null) {
            return invocation.proceed();
        }
        if (guarded != null) {
            guarded.call(work, work.context());
        }
        Object result;
        // closed here and now, on the thread that opened it, however long an asynchronous result takes
        try (Scope ignored = activation.attach(parent, work)) {
            result = invocation.proceed();
        } catch (Throwable t) {
            work.fail(t);
            throw t;
        }
        try {
            return observed(result, definition, parent, arguments, work, guarded);
        } catch (Throwable t) {
            // a result of the application's own making, which does not let itself be observed
            BrokenTelemetry.note(t);
            return ended(work, result);
        }
    }

    /** The result, or one like it that ends the work. */
    private Object observed(Object result, WorkDefinition definition, Context parent, Object[] arguments, Work work,
            GuardedInvocation guarded) {
        ResultShape shape = definition.shape();
        return switch (shape == ResultShape.UNDECLARED ? UndeclaredResult.shapeOf(result) : shape) {
            case VOID, VALUE -> ended(work, result);
            case UNI -> result == null ? ended(work, null)
                    : new SubscribedWork(activation, parent, work, () -> tracer.start(definition, parent, arguments), guarded)
                            .track((Uni<?>) result);
            case MULTI -> result == null ? ended(work, null)
                    : new SubscribedWork(activation, parent, work, () -> tracer.start(definition, parent, arguments), null)
                            .track((Multi<?>) result);
            case PUBLISHER -> result == null ? ended(work, null)
                    : new SubscribedWork(activation, parent, work, () -> tracer.start(definition, parent, arguments), null)
                            .track(Multi.createFrom().publisher((Flow.Publisher<?>) result));
            case STAGE, FUTURE -> result == null ? ended(work, null) : StagedWork.track(work, (CompletionStage<?>) result);
            case UNDECLARED -> UndeclaredResult.observe(work, result);
        };
    }

    private static Object ended(Work work, Object result) {
        work.succeed(result);
        return result;
    }
}
