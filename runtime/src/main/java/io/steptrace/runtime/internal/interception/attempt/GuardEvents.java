package io.steptrace.runtime.internal.interception.attempt;

import java.util.Map;
import java.util.function.Consumer;

import jakarta.interceptor.InvocationContext;

import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.FaultToleranceEvent;
import io.smallrye.faulttolerance.core.bulkhead.BulkheadEvents;
import io.smallrye.faulttolerance.core.circuit.breaker.CircuitBreakerEvents;
import io.smallrye.faulttolerance.core.fallback.FallbackEvents;
import io.smallrye.faulttolerance.core.rate.limit.RateLimitEvents;
import io.smallrye.faulttolerance.core.retry.RetryEvents;
import io.smallrye.faulttolerance.core.timeout.TimeoutEvents;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * What SmallRye Fault Tolerance announces while it guards a call, handed to the call it belongs to. The build has the
 * announcements come here too; they may come on any thread.
 * <p>
 * The one class that knows the implementation of fault tolerance.
 */
public final class GuardEvents {

    private GuardEvents() {
    }

    /** Called by the implementation of fault tolerance itself, for every call it guards, those of steps and effects or not. */
    public static void fired(FaultToleranceContext<?> context, FaultToleranceEvent event) {
        BrokenTelemetry.guard(() -> {
            Consumer<GuardedCall> fact = Known.FACTS.get(event);
            InvocationContext invocation = fact == null ? null : context.get(InvocationContext.class);
            GuardedCall call = invocation == null ? null : GuardedInvocation.callOf(invocation);
            if (call != null) {
                fact.accept(call);
            }
        });
    }

    /** A class of its own, because that of another version may lack an event: which must not fail the call. */
    private static final class Known {

        private static final Map<FaultToleranceEvent, Consumer<GuardedCall>> FACTS = Map.of(
                TimeoutEvents.Finished.TIMED_OUT, GuardedCall::timedOut,
                CircuitBreakerEvents.Finished.PREVENTED, call -> call.refused(Refusal.CIRCUIT_BREAKER),
                BulkheadEvents.DecisionMade.REJECTED, call -> call.refused(Refusal.BULKHEAD),
                RateLimitEvents.DecisionMade.REJECTED, call -> call.refused(Refusal.RATE_LIMIT),
                RetryEvents.Retried.INSTANCE, GuardedCall::retries,
                FallbackEvents.Applied.INSTANCE, GuardedCall::fallsBack);
    }

    /** Who lets an attempt not even begin, and what the attempt fails with. */
    enum Refusal {

        CIRCUIT_BREAKER("circuit_breaker", "org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException"),
        BULKHEAD("bulkhead", "org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException"),
        RATE_LIMIT("rate_limit", "io.smallrye.faulttolerance.api.RateLimitException");

        private final String reason;
        private final String failure;

        Refusal(String reason, String failure) {
            this.reason = reason;
            this.failure = failure;
        }

        String reason() {
            return reason;
        }

        /** The name of the exception. */
        String failure() {
            return failure;
        }
    }
}
