package io.steptrace.deployment.config;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The violated rules of the platform's keys for the collector, where our export is built in. */
public final class CollectorRulesBuildItem extends SimpleBuildItem {

    private final RuntimeValue<List<String>> violations;

    public CollectorRulesBuildItem(RuntimeValue<List<String>> violations) {
        this.violations = violations;
    }

    public RuntimeValue<List<String>> violations() {
        return violations;
    }
}
