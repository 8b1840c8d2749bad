package io.steptrace.runtime.internal.interception.attempt;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;

import io.opentelemetry.context.Scope;
import io.quarkus.arc.ArcInvocationContext;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * Intercepts every attempt of a step or an effect under fault tolerance. It stands behind the interceptor of SmallRye Fault
 * Tolerance, which calls it once per attempt, on any thread.
 */
@AttemptBinding
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
        try (Scope ignored = attempt.attach()) {
            result = invocation.proceed();
        } catch (Throwable t) {
            attempt.left();
            attempt.fail(t);
            throw t;
        }
        attempt.left();
        try {
            return call.method().result().kindOf(result).attempted(result, attempt);
        } catch (Throwable t) {
            // a result of the application's own making, which does not let itself be followed
            BrokenTelemetry.note(t);
            attempt.succeed(result);
            return result;
        }
    }
}
