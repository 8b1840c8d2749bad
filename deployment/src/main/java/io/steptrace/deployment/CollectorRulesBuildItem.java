package io.steptrace.deployment;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The violated rules of the platform's keys for the collector, where our export is built in. */
final class CollectorRulesBuildItem extends SimpleBuildItem {

    private final RuntimeValue<List<String>> violations;

    CollectorRulesBuildItem(RuntimeValue<List<String>> violations) {
        this.violations = violations;
    }

    RuntimeValue<List<String>> violations() {
        return violations;
    }
}
