package io.steptrace.runtime.internal.interception;

import java.util.List;

import io.steptrace.runtime.internal.span.WorkDefinition;

/** The definitions of all steps and effects, at the positions the build has put on their methods. */
public final class WorkDefinitions {

    private final WorkDefinition[] definitions;

    public WorkDefinitions(List<? extends WorkDefinition> definitions) {
        this.definitions = definitions.toArray(WorkDefinition[]::new);
    }

    WorkDefinition get(int id) {
        return definitions[id];
    }
}
