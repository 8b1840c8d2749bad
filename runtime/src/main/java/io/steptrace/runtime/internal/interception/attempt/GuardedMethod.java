package io.steptrace.runtime.internal.interception.attempt;

import io.steptrace.runtime.internal.result.ResultKind;
import io.steptrace.runtime.internal.result.ResultKinds;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.work.WorkDefinition;

/** A step or an effect under fault tolerance. */
public final class GuardedMethod {

    private final boolean isAsynchronous;
    private final ResultKind result;
    private final boolean timesOut;
    private final BulkheadOccupancy bulkhead;

    private GuardedMethod(WorkDefinition definition) {
        this.isAsynchronous = definition.shape().isAsynchronousToFaultTolerance();
        this.result = ResultKinds.of(isAsynchronous ? definition.shape() : ResultShape.VALUE);
        this.timesOut = definition.attempts().timesOut();
        this.bulkhead = definition.attempts().bulkhead() > 0 ? new BulkheadOccupancy(definition.attempts().bulkhead()) : null;
    }

    /** {@code null} if there is no fault tolerance around the method. */
    public static GuardedMethod of(WorkDefinition definition) {
        return definition.attempts() == null ? null : new GuardedMethod(definition);
    }

    /** Whether fault tolerance waits for the end of what the method returns. */
    boolean isAsynchronous() {
        return isAsynchronous;
    }

    /** How attempts end with what the method returns. */
    ResultKind result() {
        return result;
    }

    /** Whether an attempt that returned a result, and is repeated all the same, has timed out. */
    boolean timesOut() {
        return timesOut;
    }

    /** The bulkhead whose queue calls may wait in; {@code null} if there is none. */
    BulkheadOccupancy bulkhead() {
        return bulkhead;
    }
}
