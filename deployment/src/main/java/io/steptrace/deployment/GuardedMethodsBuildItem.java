package io.steptrace.deployment;

import java.util.Map;

import io.quarkus.builder.item.SimpleBuildItem;
import io.steptrace.deployment.method.WorkMethod;
import io.steptrace.runtime.internal.telemetry.method.AttemptMetadata;

/** The steps and effects under fault tolerance; none if the application is built without it. */
final class GuardedMethodsBuildItem extends SimpleBuildItem {

    private final Map<String, AttemptMetadata> attempts;

    /** @param attempts by the keys of the methods */
    GuardedMethodsBuildItem(Map<String, AttemptMetadata> attempts) {
        this.attempts = attempts;
    }

    boolean contains(WorkMethod work) {
        return attempts.containsKey(work.key());
    }

    boolean isEmpty() {
        return attempts.isEmpty();
    }

    /** {@code null} if there is no fault tolerance around the method. */
    AttemptMetadata attemptsOf(WorkMethod work) {
        return attempts.get(work.key());
    }
}
