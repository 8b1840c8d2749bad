package io.steptrace.deployment.devui;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** The names of what the application has annotated, each once and sorted. */
public final class WorkNamesBuildItem extends SimpleBuildItem {

    private final List<String> steps;
    private final List<String> effects;
    private final List<String> queues;

    /** @param queues as the code calls them */
    public WorkNamesBuildItem(List<String> steps, List<String> effects, List<String> queues) {
        this.steps = steps;
        this.effects = effects;
        this.queues = queues;
    }

    List<String> steps() {
        return steps;
    }

    List<String> effects() {
        return effects;
    }

    List<String> queues() {
        return queues;
    }
}
