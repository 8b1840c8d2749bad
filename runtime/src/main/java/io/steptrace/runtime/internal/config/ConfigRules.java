package io.steptrace.runtime.internal.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The rules that the type of a value does not express; a violation stops the start-up. */
public final class ConfigRules {

    static final String ROOT = "quarkus.steptrace.";

    private ConfigRules() {
    }

    /**
     * Checks everything, and reports all violations in one exception, a line each.
     *
     * @throws ConfigurationException if a rule is violated
     */
    public static void check(SteptraceConfig config) {
        List<String> violations = new ArrayList<>();
        atLeastZero(violations, "promote.queue-wait", config.promote().queueWait());
        atLeastZero(violations, "promote.park-wait", config.promote().parkWait());
        violations.addAll(ExportRules.violationsOf(config.export()));
        config.queues().forEach((name, limits) -> violations.addAll(violationsOf(name, limits)));
        if (!violations.isEmpty()) {
            throw new ConfigurationException(String.join("\n", violations));
        }
    }

    /** The violated rules of one queue, each as {@code <key> must be <rule>, was <value>}. */
    public static List<String> violationsOf(String queue, SteptraceConfig.Limits limits) {
        List<String> violations = new ArrayList<>(2);
        limits.concurrency().ifPresent(concurrency -> {
            if (concurrency < 1) {
                violations.add(queueKey(queue, "concurrency") + " must be at least 1, was " + concurrency);
            }
        });
        if (limits.capacity() < 0) {
            violations.add(queueKey(queue, "capacity") + " must be at least 0, was " + limits.capacity());
        }
        return violations;
    }

    private static String queueKey(String queue, String key) {
        return ROOT + "queues.\"" + queue + "\"." + key;
    }

    private static void atLeastZero(List<String> violations, String key, Duration value) {
        if (value.isNegative()) {
            violations.add(ROOT + key + " must be at least 0, was " + value);
        }
    }
}
