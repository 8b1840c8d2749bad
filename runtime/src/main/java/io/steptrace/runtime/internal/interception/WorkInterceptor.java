package io.steptrace.runtime.internal.interception;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;

import io.opentelemetry.context.Context;
import io.quarkus.arc.ArcInvocationContext;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.interception.attempt.GuardedInvocation;
import io.steptrace.runtime.internal.interception.attempt.GuardedMethod;
import io.steptrace.runtime.internal.queue.WorkSubmission;

/**
 * Intercepts every step and effect. It stands before the interceptors of SmallRye Fault Tolerance, so that one span encloses
 * all attempts of a call.
 */
@WorkBinding
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 5)
public class WorkInterceptor {

    private final WorkDefinitions definitions;
    private final CallerInvocations onCaller;
    private final WorkSubmission onQueue;

    public WorkInterceptor(WorkDefinitions definitions, CallerInvocations onCaller, WorkSubmission onQueue) {
        this.definitions = definitions;
        this.onCaller = onCaller;
        this.onQueue = onQueue;
    }

    @AroundInvoke
    Object intercept(ArcInvocationContext invocation) throws Exception {
        InterceptedMethod method = definitions.get(idOf(invocation));
        GuardedMethod guarded = method.guarded();
        Context parent = CarriedContext.current();
        if (!method.definition().queue().isEmpty()) {
            return method.result().offer(new QueuedCall(onQueue, invocation, method, parent,
                    GuardedInvocation.open(invocation, guarded)));
        }
        if (onCaller.skips(parent)) {
            GuardedInvocation.openUnrecorded(invocation, guarded, parent);
            return invocation.proceed();
        }
        return onCaller.invoke(invocation, method, parent, GuardedInvocation.open(invocation, guarded));
    }

    private static int idOf(ArcInvocationContext invocation) {
        // not as annotations, which each of them would have to prove to be first
        for (Object binding : (Set<?>) invocation.getInterceptorBindings()) {
            if (binding instanceof WorkBinding work) {
                return work.id();
            }
        }
        throw new IllegalStateException("work binding: " + invocation.getMethod() + " - intercepted without a binding");
    }
}
