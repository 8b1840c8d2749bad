package io.steptrace.runtime.internal.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.SamplerSyntaxException;

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
        moreThanZero(violations, "promote.route-window", config.promote().routeWindow());
        violations.addAll(samplingViolations(config));
        atLeastZero(violations, "console.min-duration", config.console().minDuration());
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
        if (limits.rejectionStatus() < 400 || limits.rejectionStatus() > 599) {
            violations.add(queueKey(queue, "rejection-status") + " must be 400 to 599, was " + limits.rejectionStatus());
        }
        return violations;
    }

    private static List<String> samplingViolations(SteptraceConfig config) {
        List<String> violations = new ArrayList<>();
        config.sampler().ifPresent(expression -> {
            try {
                SamplerSpec.parse(expression);
            } catch (SamplerSyntaxException e) {
                violations.add(ROOT + "sampler must be " + SamplerSpec.GRAMMAR + ", was " + e.getMessage());
            }
        });
        atLeastOne(violations, "tail.max-traces", config.tail().maxTraces());
        atLeastOne(violations, "tail.max-spans-per-trace", config.tail().maxSpansPerTrace());
        moreThanZero(violations, "tail.decision-wait", config.tail().decisionWait());
        return violations;
    }

    private static void atLeastOne(List<String> violations, String key, int value) {
        if (value < 1) {
            violations.add(ROOT + key + " must be at least 1, was " + value);
        }
    }

    private static void moreThanZero(List<String> violations, String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            violations.add(ROOT + key + " must be more than 0, was " + value);
        }
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
