package io.steptrace.runtime.internal.interception;

import io.steptrace.runtime.internal.interception.attempt.GuardedMethod;
import io.steptrace.runtime.internal.result.ResultKind;
import io.steptrace.runtime.internal.result.ResultKinds;
import io.steptrace.runtime.internal.work.WorkDefinition;

/**
 * All that a call of a step or an effect has to know of its method.
 *
 * @param definition what its spans are made of
 * @param result how its calls end with what it returns
 * @param guarded the same method under fault tolerance; {@code null} if there is none around it
 */
record InterceptedMethod(WorkDefinition definition, ResultKind result, GuardedMethod guarded) {

    static InterceptedMethod of(WorkDefinition definition) {
        return new InterceptedMethod(definition, ResultKinds.of(definition.shape()), GuardedMethod.of(definition));
    }
}
