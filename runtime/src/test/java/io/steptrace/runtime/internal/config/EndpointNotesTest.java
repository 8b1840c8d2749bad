package io.steptrace.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class EndpointNotesTest {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";

    @Test
    void anEmptyEndpointIsTheDefault() {
        assertThat(notesOn(ENDPOINT, "")).containsExactly(ENDPOINT
                + " is empty, which means http://localhost:4317 - set it; a blank, such as \" \", exports nothing");
    }

    @Test
    void thatOfTracesToo() {
        assertThat(notesOn("quarkus.otel.exporter.otlp.traces.endpoint", "")).hasSize(1);
    }

    @Test
    void nothingIsSaidOfABlankOrASetOne() {
        assertThat(notesOn(ENDPOINT, " ")).isEmpty();
        assertThat(notesOn(ENDPOINT, "http://collector:4317")).isEmpty();
        assertThat(notesOn("other", "")).isEmpty();
    }

    private static List<String> notesOn(String key, String value) {
        return ConfigNotes.onEndpoints(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(key, value), "test", 100)).build(), "http://localhost:4317");
    }
}
