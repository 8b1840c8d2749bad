package io.steptrace.runtime.internal.interception;

import java.util.List;

import io.steptrace.runtime.internal.span.WorkDefinition;

/** The definitions of all steps and effects, at the positions the build has put on their methods. */
public final class WorkDefinitions {

    private final WorkDefinition[] definitions;
    private final GuardedMethod[] guardedMethods;

    public WorkDefinitions(List<? extends WorkDefinition> definitions) {
        this.definitions = definitions.toArray(WorkDefinition[]::new);
        this.guardedMethods = definitions.stream().map(GuardedMethod::of).toArray(GuardedMethod[]::new);
    }

    WorkDefinition get(int id) {
        return definitions[id];
    }

    /** The same method under fault tolerance; {@code null} if there is none around it. */
    GuardedMethod guarded(int id) {
        return guardedMethods[id];
    }
}
