package io.steptrace.test.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A TLS configuration that the client of the collector could obey in part only: each mistake in a line, and no start. */
class RefusedTlsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", "https://collector.invalid:4317")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.tls-configuration-name", "collector")
            .overrideRuntimeConfigKey("quarkus.tls.collector.alpn", "false")
            .overrideRuntimeConfigKey("quarkus.tls.collector.hostname-verification-algorithm", "LDAPS")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining(
                    "quarkus.tls.collector.hostname-verification-algorithm must be HTTPS or NONE for a collector, was LDAPS\n"
                            + "quarkus.tls.collector.alpn must be true for a collector of gRPC, which is HTTP/2, was false"));

    @Test
    void stopsTheStart() {
        fail("the application should not have started");
    }
}
