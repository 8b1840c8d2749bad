package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;

import io.opentelemetry.context.Scope;
import io.quarkus.arc.ArcInvocationContext;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * Intercepts every attempt of a step or an effect under fault tolerance. It stands behind the interceptor of SmallRye Fault
 * Tolerance, which calls it once per attempt, on whatever thread.
 */
@AttemptPoint
@Interceptor
@Priority(AttemptInterceptor.PRIORITY)
public class AttemptInterceptor {

    /** Ten behind that of SmallRye Fault Tolerance. */
    public static final int PRIORITY = Interceptor.Priority.PLATFORM_AFTER + 20;

    @AroundInvoke
    Object intercept(ArcInvocationContext invocation) throws Exception {
        GuardedCall call = GuardedInvocation.callOf(invocation);
        return call == null ? invocation.proceed() : attempt(invocation, call);
    }

    private static Object attempt(ArcInvocationContext invocation, GuardedCall call) throws Exception {
        Attempt attempt = call.begin();
        Object result;
        try (Scope ignored = call.attach()) {
            result = invocation.proceed();
        } catch (Throwable t) {
            attempt.end(t);
            throw t;
        }
        // anything else that is asynchronous is a result like any other to fault tolerance
        if (result instanceof Uni<?> uni && call.method().returnsUni()) {
            return new AttemptedUni<>(uni, call, attempt);
        }
        if (result instanceof CompletionStage<?> stage && call.method().returnsStage()) {
            return observed(stage, attempt);
        }
        attempt.end(null);
        return result;
    }

    private static <T> CompletionStage<T> observed(CompletionStage<T> stage, Attempt attempt) {
        try {
            CompletableFuture<T> seen = StagedWork.incomplete(stage);
            // handled, not observed: a stage that passes the failure on would wrap it, which asks it what it says
            stage.handle((item, failure) -> {
                try {
                    attempt.end(failure);
                } finally {
                    StagedWork.complete(seen, item, failure);
                }
                return null;
            });
            return seen;
        } catch (Throwable t) {
            // of the application's own making, it does not let itself be observed
            BrokenTelemetry.note(t);
            attempt.end(null);
            return stage;
        }
    }
}
