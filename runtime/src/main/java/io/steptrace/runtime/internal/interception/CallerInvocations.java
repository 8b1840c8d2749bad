package io.steptrace.runtime.internal.interception;

import java.util.function.Consumer;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.ArcInvocationContext;
import io.steptrace.runtime.internal.context.SpanActivation;
import io.steptrace.runtime.internal.context.StoredContext;
import io.steptrace.runtime.internal.interception.attempt.GuardedInvocation;
import io.steptrace.runtime.internal.result.PipelineCall;
import io.steptrace.runtime.internal.result.PipelineKind;
import io.steptrace.runtime.internal.result.ResultKind;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkRuns;
import io.steptrace.runtime.internal.work.WorkTracer;

/** Runs steps and effects on their caller. */
public final class CallerInvocations {

    private static final Consumer<Work> NOT_GUARDED = work -> {
    };

    private final WorkTracer tracer;
    private final SpanActivation activation;

    public CallerInvocations(WorkTracer tracer, SpanActivation activation) {
        this.tracer = tracer;
        this.activation = activation;
    }

    /** Whether calls below this parent are neither recorded nor measured. */
    boolean skips(Context parent) {
        return tracer.skips(parent);
    }

    /** @param guarded {@code null} if there is no fault tolerance around the method */
    Object invoke(ArcInvocationContext invocation, InterceptedMethod method, Context parent, GuardedInvocation guarded)
            throws Exception {
        Object[] arguments = invocation.getParameters();
        Work work = tracer.start(method.definition(), parent, arguments);
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
            WorkRuns.left(work);
            work.fail(t);
            throw t;
        }
        ResultKind kind = method.result().kindOf(result);
        if (kind == ResultKind.VALUE) {
            work.returned(result);
            return result;
        }
        try {
            Object followed;
            if (kind instanceof PipelineKind pipeline) {
                followed = pipeline.follow(result, new PipelineCall(tracer, activation, method.definition(), parent, arguments,
                        work, guarded == null ? NOT_GUARDED : guarded::subscribed));
            } else {
                // it may be there already, and the work over with it
                WorkRuns.left(work);
                followed = kind.follow(result, work);
                StoredContext.awaits(work, parent);
            }
            WorkRuns.outlived(work);
            return followed;
        } catch (Throwable t) {
            // a result of the application's own making, which does not let itself be followed
            BrokenTelemetry.note(t);
            work.succeed(result);
            return result;
        }
    }
}
