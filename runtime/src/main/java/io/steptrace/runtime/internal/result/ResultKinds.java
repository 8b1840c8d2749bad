package io.steptrace.runtime.internal.result;

import io.steptrace.runtime.internal.telemetry.method.ResultShape;

/** Chooses the kind of what a method declares to return: the one place that knows them all. */
public final class ResultKinds {

    private ResultKinds() {
    }

    /** The kind of results of this shape. */
    public static ResultKind of(ResultShape shape) {
        return switch (shape) {
            case VOID, VALUE -> ResultKind.VALUE;
            case UNI -> new UniResult();
            case MULTI, PUBLISHER -> new MultiResult();
            case STAGE, FUTURE -> new StageResult();
            case UNDECLARED -> new UndeclaredResult();
        };
    }
}
