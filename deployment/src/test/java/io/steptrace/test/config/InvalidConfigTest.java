package io.steptrace.test.config;

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
            .overrideRuntimeConfigKey("quarkus.steptrace.events", "span\u001b[31m\u2028forged")
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0.02,tail:eror")
            .overrideRuntimeConfigKey("quarkus.steptrace.tail.max-traces", "0")
            .overrideRuntimeConfigKey("quarkus.steptrace.tail.max-spans", "-1")
            .overrideRuntimeConfigKey("quarkus.steptrace.tail.max-kept-per-second", "-1")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.retry.jitter", "2")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.retry.max-interval", "5ms")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.retry.max-retry-after", "-1s")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.spool", "disk")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.spool.max-bytes", "64MB")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.max-request-bytes", "63K")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.shutdown-timeout", "-2s")
            .overrideRuntimeConfigKey("quarkus.steptrace.messaging.enqueued-max-age", "-7d")
            .overrideRuntimeConfigKey("quarkus.steptrace.console.min-duration", "-1s")
            .overrideRuntimeConfigKey("quarkus.steptrace.stuck.after", "-2s")
            .overrideRuntimeConfigKey("quarkus.steptrace.dev.max-traces", "0")
            .overrideRuntimeConfigKey("quarkus.steptrace.queues.\"unused\".capacity", "-5")
            .overrideRuntimeConfigKey("quarkus.steptrace.queues.\"unused\".rejection-status", "200")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", "http://trace:correct-horse@otel_collector:4317")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.protocol", "json")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.traces.timeout", "-1s")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.headers",
                    "authorization: Bearer correct-horse=,x-key=correct\nhorse")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.tls-configuration-name", "absent")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.proxy-options.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.proxy-options.host", "http://trace:correct-horse@proxy")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.traces.proxy-options.port", "70000")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "-1s")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.max.queue.size", "0")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.max.export.batch.size", "0")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.export.timeout", "-5s")
            .assertException(failure -> assertThat(rootOf(failure)).isInstanceOf(ConfigurationException.class)
                    .hasMessage("quarkus.steptrace.promote.park-wait must be at least 0, was -1ms\n"
                            + "quarkus.steptrace.promote.threshold must be fixed or route-p95, was p95\n"
                            + "quarkus.steptrace.http.span-name must be prefixed or semconv, was short\n"
                            + "quarkus.steptrace.events must be span-events or logs or none, was span [31m forged\n"
                            + "quarkus.steptrace.sampler must be head:<0..1>[,tail:<rule>[|<rule>]...] with the rules error, p95,"
                            + " p99, effect, queue, park, slow(<duration>), was \"head:0.02,tail:>>eror\" - character 16 should"
                            + " begin a rule: error, p95, p99, effect, queue, park or slow(<duration>)\n"
                            + "quarkus.steptrace.tail.max-traces must be at least 1, was 0\n"
                            + "quarkus.steptrace.tail.max-spans must be at least 1, was -1\n"
                            + "quarkus.steptrace.tail.max-kept-per-second must be at least 0, was -1\n"
                            + "quarkus.steptrace.messaging.enqueued-max-age must be at least 0, was -7d\n"
                            + "quarkus.steptrace.console.min-duration must be at least 0, was -1s\n"
                            + "quarkus.steptrace.stuck.after must be at least 0, was -2s\n"
                            + "quarkus.steptrace.dev.max-traces must be at least 1, was 0\n"
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
                            + "quarkus.steptrace.queues.\"unused\".rejection-status must be 400 to 599, was 200\n"
                            + "quarkus.otel.exporter.otlp.endpoint must name a host without an underscore, which no host name"
                            + " may have, was otel_collector - give that host another name, or an alias with a hyphen\n"
                            + "quarkus.otel.exporter.otlp.protocol must be grpc or http/protobuf, was json\n"
                            + "quarkus.otel.exporter.otlp.traces.timeout must be 0, or 1 ms to 24 days, was -1s\n"
                            + "quarkus.otel.exporter.otlp.headers must be a list of name=value, but its entry 1 does not begin"
                            + " with the name of a header - write = between name and value, not :\n"
                            + "quarkus.otel.exporter.otlp.headers must have values of one line, but that of x-key has a line"
                            + " break - base64 -w0 puts none in\n"
                            + "quarkus.otel.exporter.otlp.tls-configuration-name must be the name of a TLS configuration,"
                            + " quarkus.tls.<name>.*, was absent\n"
                            + "quarkus.otel.exporter.otlp.proxy-options.host must be the name of a host, without scheme,"
                            + " port and credentials\n"
                            + "quarkus.otel.exporter.otlp.traces.proxy-options.port must be 1 to 65535, was 70000\n"
                            + "quarkus.otel.bsp.schedule.delay must be at least 0, was -1s\n"
                            + "quarkus.otel.bsp.max.queue.size must be at least 1, was 0\n"
                            + "quarkus.otel.bsp.max.export.batch.size must be at least 1, was 0\n"
                            + "quarkus.otel.bsp.export.timeout must be at least 0, was -5s"));

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
