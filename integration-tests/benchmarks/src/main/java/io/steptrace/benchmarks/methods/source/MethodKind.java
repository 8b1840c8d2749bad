package io.steptrace.benchmarks.methods.source;

import java.util.List;

/** What a generated method would do if it did anything. */
enum MethodKind {

    STEP,
    STEP_OF_ONE,
    READ,
    READ_OF_ONE,
    QUEUED_CALL;

    /** The methods of each bean: more steps than effects, some with an attribute, few on a queue. */
    static final List<MethodKind> MIX = List.of(STEP, STEP_OF_ONE, STEP, READ, STEP, READ_OF_ONE, STEP, QUEUED_CALL,
            STEP_OF_ONE, READ_OF_ONE);

    boolean hasAttribute() {
        return this == STEP_OF_ONE || this == READ_OF_ONE;
    }
}
