package io.steptrace.runtime.internal.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class PlainCredentialsTest {

    private static final String HEADERS = "quarkus.otel.exporter.otlp.headers";

    @Test
    void namesTheKeyAndTheRemedyAndNoValue() {
        assertThat(note("http://me:my-password@collector:4318", "x-tenant=blog", "Authorization=Bearer correct-horse",
                "x-token=1"))
                .hasValue(HEADERS + " sends Authorization in clear to collector, for all on the way to read - use https:// in"
                        + " quarkus.otel.exporter.otlp.endpoint, or a collector on this host");
        assertThat(note("http://collector:4318", "x-" + "k".repeat(40) + "key=1").orElseThrow()).contains("sends a credential");
    }

    @Test
    void saysNothingWhereNoCredentialGoesOutInClear() {
        assertThat(note("https://collector:4318", "authorization=Bearer correct-horse")).isEmpty();
        assertThat(note("http://localhost:4318", "authorization=Bearer correct-horse")).isEmpty();
        assertThat(note("http://collector:4318", "x-scope-orgid=blog", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "LOCALHOST", "localhost.", "otel.localhost", "127.0.0.1", "127.9.8.7", "[::1]",
            "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]" })
    void knowsThisHost(String host) {
        assertThat(PlainCredentials.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "collector", "localhost.example.org", "127.example.org", "0.0.0.0", "10.0.0.1", "[::]",
            "[fe80::1]",
            "[::ffff:10.0.0.1]", "128.0.0.1", "host.docker.internal", "" })
    void takesNoOtherHostForThisOne(String host) {
        assertThat(PlainCredentials.isLoopback(host)).isFalse();
    }

    private static Optional<String> note(String endpoint, String... headers) {
        return PlainCredentials.note(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(HEADERS, String.join(",", headers),
                        HEADERS.replace("otlp.", "otlp.traces."), String.join(",", headers)), "test", 100))
                .build(), List.of(headers), URI.create(endpoint));
    }
}
