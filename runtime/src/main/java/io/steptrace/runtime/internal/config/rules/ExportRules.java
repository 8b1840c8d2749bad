package io.steptrace.runtime.internal.config.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.steptrace.runtime.internal.config.ByteSize;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.ExportConfig;
import io.steptrace.runtime.internal.config.ExportConfig.SpoolKind;

/** The rules of {@code quarkus.steptrace.export}. */
final class ExportRules {

    private static final String ROOT = ConfigRules.ROOT + "export.";

    /** Some attributes of a span alone take as much. */
    private static final long MIN_REQUEST_BYTES = 64 * 1024;

    private final List<String> violations = new ArrayList<>();

    private ExportRules() {
    }

    /** The violated rules, each as {@code <key> must be <rule>, was <value>}. */
    static List<String> violationsOf(ExportConfig config) {
        ExportRules rules = new ExportRules();
        rules.retry(config.retry());
        rules.breaker(config.circuitBreaker());
        rules.spool(config.spool());
        rules.check(isSize(config.maxRequestBytes(), MIN_REQUEST_BYTES, Integer.MAX_VALUE), "max-request-bytes",
                "a number of bytes from 64K to below 2G, such as 4092K", config.maxRequestBytes());
        rules.check(!config.shutdownTimeout().isNegative(), "shutdown-timeout", "at least 0", config.shutdownTimeout());
        return rules.violations;
    }

    private void retry(ExportConfig.Retry retry) {
        check(retry.maxAttempts() >= 1, "retry.max-attempts", "at least 1", retry.maxAttempts());
        check(isPositive(retry.initialInterval()), "retry.initial-interval", "at least 1 ms", retry.initialInterval());
        check(retry.multiplier() >= 1, "retry.multiplier", "at least 1", retry.multiplier());
        check(retry.maxInterval().compareTo(retry.initialInterval()) >= 0, "retry.max-interval",
                "at least " + initialInterval(retry), retry.maxInterval());
        check(retry.maxElapsedTime().compareTo(retry.initialInterval()) > 0, "retry.max-elapsed-time",
                "more than " + initialInterval(retry), retry.maxElapsedTime());
        check(!retry.maxRetryAfter().isNegative(), "retry.max-retry-after", "at least 0", retry.maxRetryAfter());
        check(retry.jitter() >= 0 && retry.jitter() <= 1, "retry.jitter", "0 to 1", retry.jitter());
    }

    private static String initialInterval(ExportConfig.Retry retry) {
        String key = ROOT + "retry.initial-interval";
        return key + " (" + ConfiguredText.of(key, retry.initialInterval()) + ")";
    }

    private void breaker(ExportConfig.CircuitBreaker breaker) {
        check(breaker.failureThreshold() >= 1, "circuit-breaker.failure-threshold", "at least 1", breaker.failureThreshold());
        check(isPositive(breaker.resetTimeout()), "circuit-breaker.reset-timeout", "at least 1 ms", breaker.resetTimeout());
    }

    private void spool(ExportConfig.Spool spool) {
        check(spool.maxSpans() >= 1, "spool.max-spans", "at least 1", spool.maxSpans());
        spool.maxBytes().ifPresent(size -> check(isSize(size, 1, Long.MAX_VALUE), "spool.max-bytes",
                "a number of bytes from 1 to below 8E, such as 64M", size));
        check(Choice.find(SpoolKind.class, spool.kind()).isPresent(), "spool", Choice.words(SpoolKind.class), spool.kind());
        if (Choice.of(SpoolKind.class, spool.kind()) == SpoolKind.DISK) {
            spool.directory().ifPresentOrElse(this::folder, () -> violations.add(ROOT + "spool.directory must be set, because "
                    + ROOT + "spool is disk - name a folder of this process alone"));
        }
    }

    private void folder(String directory) {
        SpoolDirectory.brokenRule(directory).ifPresent(rule -> check(false, "spool.directory", rule, directory));
    }

    private static boolean isSize(String text, long leastBytes, long mostBytes) {
        OptionalLong bytes = ByteSize.find(text);
        return bytes.isPresent() && bytes.getAsLong() >= leastBytes && bytes.getAsLong() <= mostBytes;
    }

    /** Timers count in milliseconds. */
    private static boolean isPositive(Duration value) {
        return value.toMillis() >= 1;
    }

    private void check(boolean holds, String key, String rule, Object value) {
        if (!holds) {
            violations.add(ConfigRules.violation(ROOT + key, rule, value));
        }
    }
}
