package io.steptrace.runtime.internal.result;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.work.Work;

/**
 * One call that returned a pipeline. The first subscription belongs to the call itself; each further one is work of its own, so
 * that a retry around a step shows as many spans as there were attempts. Thread-safe.
 */
public interface SubscribedCall {

    /** What is current outside the call. */
    Context parent();

    /** The work of the next subscription; {@code null} if telemetry is broken. */
    Work next();

    /** The context of the work becomes current; to be closed on the same thread. */
    CarriedContext enter(Work work);
}
