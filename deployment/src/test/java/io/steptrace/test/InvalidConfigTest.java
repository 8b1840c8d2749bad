package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

class InvalidConfigTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideRuntimeConfigKey("quarkus.steptrace.promote.park-wait", "-1ms")
            .overrideRuntimeConfigKey("quarkus.steptrace.promote.threshold", "p95")
            .overrideRuntimeConfigKey("quarkus.steptrace.http.span-name", "short")
            .overrideRuntimeConfigKey("quarkus.steptrace.events", "span")
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0.02,tail:eror")
            .overrideRuntimeConfigKey("quarkus.steptrace.tail.max-traces", "0")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.retry.jitter", "2")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.retry.max-interval", "5ms")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.retry.max-retry-after", "-1s")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.spool", "disk")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.spool.max-bytes", "64MB")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.max-request-bytes", "63K")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.shutdown-timeout", "-2s")
            .overrideRuntimeConfigKey("quarkus.steptrace.console.min-duration", "-1s")
            .overrideRuntimeConfigKey("quarkus.steptrace.queues.\"unused\".capacity", "-5")
            .overrideRuntimeConfigKey("quarkus.steptrace.queues.\"unused\".rejection-status", "200")
            .assertException(failure -> assertThat(rootOf(failure)).isInstanceOf(ConfigurationException.class)
                    .hasMessage("quarkus.steptrace.promote.park-wait must be at least 0, was -1ms\n"
                            + "quarkus.steptrace.promote.threshold must be fixed or route-p95, was p95\n"
                            + "quarkus.steptrace.http.span-name must be prefixed or semconv, was short\n"
                            + "quarkus.steptrace.events must be span-events or logs or none, was span\n"
                            + "quarkus.steptrace.sampler must be head:<0..1>[,tail:<rule>[|<rule>]...] with the rules error, p95,"
                            + " p99, effect, queue, park, slow(<duration>), was \"head:0.02,tail:>>eror\" - character 16 should"
                            + " begin a rule: error, p95, p99, effect, queue, park or slow(<duration>)\n"
                            + "quarkus.steptrace.tail.max-traces must be at least 1, was 0\n"
                            + "quarkus.steptrace.console.min-duration must be at least 0, was -1s\n"
                            + "quarkus.steptrace.export.retry.max-interval must be at least"
                            + " quarkus.steptrace.export.retry.initial-interval (100ms), was 5ms\n"
                            + "quarkus.steptrace.export.retry.max-retry-after must be at least 0, was -1s\n"
                            + "quarkus.steptrace.export.retry.jitter must be 0 to 1, was 2\n"
                            + "quarkus.steptrace.export.spool.max-bytes must be a number of bytes from 1 to below 8E, such as 64M,"
                            + " was 64MB\n"
                            + "quarkus.steptrace.export.spool.directory must be set, because"
                            + " quarkus.steptrace.export.spool is disk - name a folder of this process alone\n"
                            + "quarkus.steptrace.export.max-request-bytes must be a number of bytes from 64K to below 2G, such as"
                            + " 4092K, was 63K\n"
                            + "quarkus.steptrace.export.shutdown-timeout must be at least 0, was -2s\n"
                            + "quarkus.steptrace.queues.\"unused\".capacity must be at least 0, was -5\n"
                            + "quarkus.steptrace.queues.\"unused\".rejection-status must be 400 to 599, was 200"));

    @Test
    void stopsTheStart() {
        fail("the application should not have started");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
