package io.steptrace.runtime.internal.config.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.SamplingConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.SamplerSyntaxException;
import io.steptrace.runtime.internal.text.PrintableText;

/** The rules that the type of a value does not express; a violation stops the start-up. */
public final class ConfigRules {

    static final String ROOT = "quarkus.steptrace.";

    private final List<String> violations = new ArrayList<>();

    private ConfigRules() {
    }

    /**
     * Checks everything, and reports all violations in one exception, a line each.
     *
     * @param ofPlatform violations of the platform's keys, which come last
     * @throws ConfigurationException if a rule is violated
     */
    public static void check(SteptraceConfig config, List<String> ofPlatform) {
        ConfigRules rules = new ConfigRules();
        rules.promotion(config.promote());
        rules.oneOf("http.span-name", SteptraceConfig.SpanName.class, config.http().spanName());
        rules.oneOf("events", SteptraceConfig.Events.class, config.events());
        config.sampler().expression().ifPresent(rules::sampler);
        rules.tail(config.tail());
        rules.atLeast(0, "detect.stack-depth", config.detect().stackDepth());
        rules.atLeastZero("messaging.enqueued-max-age", config.messaging().enqueuedMaxAge());
        rules.atLeastZero("console.min-duration", config.console().minDuration());
        rules.atLeastZero("stuck.after", config.stuck().after());
        rules.atLeast(1, "dev.max-traces", config.dev().maxTraces());
        rules.violations.addAll(ExportRules.violationsOf(config.export()));
        config.queues().forEach((name, limits) -> rules.queue("queues.\"" + name + "\".", limits));
        rules.violations.addAll(ofPlatform);
        if (!rules.violations.isEmpty()) {
            throw new ConfigurationException(
                    rules.violations.stream().map(PrintableText::of).collect(Collectors.joining("\n")));
        }
    }

    /** @param value what has become of the text that is shown */
    static String violation(String key, String rule, Object value) {
        return key + " must be " + rule + ", was " + ConfiguredText.of(key, value);
    }

    private void promotion(SteptraceConfig.Promote promote) {
        atLeastZero("promote.queue-wait", promote.queueWait());
        atLeastZero("promote.park-wait", promote.parkWait());
        oneOf("promote.threshold", SteptraceConfig.Threshold.class, promote.threshold());
        moreThanZero("promote.route-window", promote.routeWindow());
    }

    private void sampler(String expression) {
        try {
            SamplerSpec.parse(expression);
        } catch (SamplerSyntaxException e) {
            violations.add(ROOT + "sampler must be " + SamplerSpec.GRAMMAR + ", was " + e.getMessage());
        }
    }

    private void tail(SamplingConfig tail) {
        atLeast(1, "tail.max-traces", tail.maxTraces());
        atLeast(1, "tail.max-spans-per-trace", tail.maxSpansPerTrace());
        atLeast(1, "tail.max-spans", tail.maxSpans());
        moreThanZero("tail.decision-wait", tail.decisionWait());
        atLeast(0, "tail.max-kept-per-second", tail.maxKeptPerSecond());
    }

    private void queue(String prefix, SteptraceConfig.Limits limits) {
        limits.concurrency().ifPresent(concurrency -> atLeast(1, prefix + "concurrency", concurrency));
        atLeast(0, prefix + "capacity", limits.capacity());
        check(limits.rejectionStatus() >= 400 && limits.rejectionStatus() <= 599, prefix + "rejection-status", "400 to 599",
                limits.rejectionStatus());
    }

    private <E extends Enum<E>> void oneOf(String key, Class<E> words, String word) {
        check(Choice.find(words, word).isPresent(), key, Choice.words(words), word);
    }

    private void atLeast(int least, String key, int value) {
        check(value >= least, key, "at least " + least, value);
    }

    private void atLeastZero(String key, Duration value) {
        check(!value.isNegative(), key, "at least 0", value);
    }

    private void moreThanZero(String key, Duration value) {
        check(value.compareTo(Duration.ZERO) > 0, key, "more than 0", value);
    }

    private void check(boolean holds, String key, String rule, Object value) {
        if (!holds) {
            violations.add(violation(ROOT + key, rule, value));
        }
    }
}
