package io.steptrace.runtime.internal.config.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.SamplerSyntaxException;
import io.steptrace.runtime.internal.text.PrintableText;

/** The rules that the type of a value does not express; a violation stops the start-up. */
public final class ConfigRules {

    static final String ROOT = "quarkus.steptrace.";

    private ConfigRules() {
    }

    /**
     * Checks everything, and reports all violations in one exception, a line each.
     *
     * @param ofPlatform violations of the platform's keys, which come last
     * @throws ConfigurationException if a rule is violated
     */
    public static void check(SteptraceConfig config, List<String> ofPlatform) {
        List<String> violations = new ArrayList<>();
        atLeastZero(violations, "promote.queue-wait", config.promote().queueWait());
        atLeastZero(violations, "promote.park-wait", config.promote().parkWait());
        oneOf(violations, "promote.threshold", SteptraceConfig.Threshold.class, config.promote().threshold());
        moreThanZero(violations, "promote.route-window", config.promote().routeWindow());
        oneOf(violations, "http.span-name", SteptraceConfig.SpanName.class, config.http().spanName());
        oneOf(violations, "events", SteptraceConfig.Events.class, config.events());
        violations.addAll(samplingViolations(config));
        atLeastZero(violations, "messaging.enqueued-max-age", config.messaging().enqueuedMaxAge());
        atLeastZero(violations, "console.min-duration", config.console().minDuration());
        violations.addAll(ExportRules.violationsOf(config.export()));
        config.queues().forEach((name, limits) -> violations.addAll(violationsOf(name, limits)));
        violations.addAll(ofPlatform);
        if (!violations.isEmpty()) {
            throw new ConfigurationException(violations.stream().map(PrintableText::of).collect(Collectors.joining("\n")));
        }
    }

    /** The violated rules of one queue, each as {@code <key> must be <rule>, was <value>}. */
    public static List<String> violationsOf(String queue, SteptraceConfig.Limits limits) {
        List<String> violations = new ArrayList<>(2);
        limits.concurrency().ifPresent(concurrency -> {
            if (concurrency < 1) {
                violations.add(violation(queueKey(queue, "concurrency"), "at least 1", concurrency));
            }
        });
        if (limits.capacity() < 0) {
            violations.add(violation(queueKey(queue, "capacity"), "at least 0", limits.capacity()));
        }
        if (limits.rejectionStatus() < 400 || limits.rejectionStatus() > 599) {
            violations.add(violation(queueKey(queue, "rejection-status"), "400 to 599", limits.rejectionStatus()));
        }
        return violations;
    }

    private static List<String> samplingViolations(SteptraceConfig config) {
        List<String> violations = new ArrayList<>();
        config.sampler().expression().ifPresent(expression -> {
            try {
                SamplerSpec.parse(expression);
            } catch (SamplerSyntaxException e) {
                violations.add(ROOT + "sampler must be " + SamplerSpec.GRAMMAR + ", was " + e.getMessage());
            }
        });
        atLeastOne(violations, "tail.max-traces", config.tail().maxTraces());
        atLeastOne(violations, "tail.max-spans-per-trace", config.tail().maxSpansPerTrace());
        atLeastOne(violations, "tail.max-spans", config.tail().maxSpans());
        moreThanZero(violations, "tail.decision-wait", config.tail().decisionWait());
        atLeastZero(violations, "tail.max-kept-per-second", config.tail().maxKeptPerSecond());
        return violations;
    }

    private static <E extends Enum<E>> void oneOf(List<String> violations, String key, Class<E> words, String word) {
        if (Choice.find(words, word).isEmpty()) {
            violations.add(violation(ROOT + key, Choice.words(words), word));
        }
    }

    private static void atLeastOne(List<String> violations, String key, int value) {
        if (value < 1) {
            violations.add(violation(ROOT + key, "at least 1", value));
        }
    }

    private static void atLeastZero(List<String> violations, String key, int value) {
        if (value < 0) {
            violations.add(violation(ROOT + key, "at least 0", value));
        }
    }

    private static void moreThanZero(List<String> violations, String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            violations.add(violation(ROOT + key, "more than 0", value));
        }
    }

    /** @param value what has become of the text that is shown */
    static String violation(String key, String rule, Object value) {
        return key + " must be " + rule + ", was " + ConfiguredText.of(key, value);
    }

    private static String queueKey(String queue, String key) {
        return ROOT + "queues.\"" + queue + "\"." + key;
    }

    private static void atLeastZero(List<String> violations, String key, Duration value) {
        if (value.isNegative()) {
            violations.add(violation(ROOT + key, "at least 0", value));
        }
    }
}
