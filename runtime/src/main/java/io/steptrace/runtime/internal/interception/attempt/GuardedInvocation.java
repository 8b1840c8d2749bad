package io.steptrace.runtime.internal.interception.attempt;

import java.util.Map;

import jakarta.interceptor.InvocationContext;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.work.Work;

/**
 * One invocation of a method under fault tolerance: where its attempts find the call they belong to. It travels in the context
 * data of the invocation, the only thing that reliably reaches an attempt: the queue of a bulkhead hands over the OpenTelemetry
 * context of another call.
 * <p>
 * A {@code Uni} that is subscribed to again makes another call of the same invocation. Attempts belong to the latest one.
 */
public final class GuardedInvocation {

    private static final String KEY = GuardedInvocation.class.getName();

    private final GuardedMethod method;
    private volatile GuardedCall latest;

    private GuardedInvocation(GuardedMethod method) {
        this.method = method;
    }

    /**
     * To be called before the invocation proceeds: its context data are not synchronized.
     *
     * @param method {@code null} if there is no fault tolerance around it
     * @return {@code null} likewise
     */
    public static GuardedInvocation open(InvocationContext invocation, GuardedMethod method) {
        if (method == null) {
            return null;
        }
        GuardedInvocation opened = new GuardedInvocation(method);
        invocation.getContextData().put(KEY, opened);
        return opened;
    }

    /** As {@link #open}, for a call that is not recorded: but its attempts fill the bulkhead that other calls wait for. */
    public static void openUnrecorded(InvocationContext invocation, GuardedMethod method, Context context) {
        if (method != null && method.bulkhead() != null) {
            open(invocation, method).call(null, context);
        }
    }

    /** The call an attempt belongs to; {@code null} if nothing of it is recorded. */
    static GuardedCall callOf(InvocationContext invocation) {
        Map<String, Object> data = invocation.getContextData();
        return data.get(KEY) instanceof GuardedInvocation guarded ? guarded.latest : null;
    }

    /**
     * A call begins, and may have to wait from now on.
     *
     * @param work {@code null} if it is not recorded
     * @param context in which its attempts are to run
     */
    public void call(Work work, Context context) {
        try {
            latest = work == null && method.bulkhead() == null ? null : new GuardedCall(method, work, context);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** The result of the call is subscribed to; {@code work} is {@code null} if telemetry is broken. */
    public void subscribed(Work work) {
        try {
            GuardedCall call = latest;
            if (work == null) {
                latest = null;
            } else if (call == null || !call.subscribed(work)) {
                latest = new GuardedCall(method, work, work.context());
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }
}
