package io.steptrace.runtime.internal.interception;

import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.work.WorkDefinition;

/** A step or an effect under fault tolerance. */
final class GuardedMethod {

    private final ResultShape shape;
    private final boolean timesOut;
    private final BulkheadOccupancy bulkhead;

    private GuardedMethod(WorkDefinition definition) {
        this.shape = definition.shape();
        this.timesOut = definition.attempts().timesOut();
        this.bulkhead = definition.attempts().bulkhead() > 0 ? new BulkheadOccupancy(definition.attempts().bulkhead()) : null;
    }

    /** {@code null} if there is no fault tolerance around the method. */
    static GuardedMethod of(WorkDefinition definition) {
        return definition.attempts() == null ? null : new GuardedMethod(definition);
    }

    boolean returnsUni() {
        return shape == ResultShape.UNI;
    }

    boolean returnsStage() {
        return shape == ResultShape.STAGE;
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
