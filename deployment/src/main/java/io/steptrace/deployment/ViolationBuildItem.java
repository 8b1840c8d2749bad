package io.steptrace.deployment;

import io.quarkus.builder.item.MultiBuildItem;
import io.steptrace.deployment.method.Violation;

/** A broken rule, kept until all rules have been asked. */
final class ViolationBuildItem extends MultiBuildItem {

    private final Violation violation;

    ViolationBuildItem(Violation violation) {
        this.violation = violation;
    }

    Violation violation() {
        return violation;
    }
}
