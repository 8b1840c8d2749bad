package io.steptrace.runtime.internal.interception;

import io.steptrace.runtime.internal.work.WorkDefinition;

/**
 * All that a call of a step or an effect has to know of its method.
 *
 * @param definition what its spans are made of
 * @param guarded the same method under fault tolerance; {@code null} if there is none around it
 */
record InterceptedMethod(WorkDefinition definition, GuardedMethod guarded) {

    static InterceptedMethod of(WorkDefinition definition) {
        return new InterceptedMethod(definition, GuardedMethod.of(definition));
    }
}
