package io.steptrace.runtime.internal.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class EndpointNotesTest {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String TRACES = "quarkus.otel.exporter.otlp.traces.endpoint";

    @Test
    void anEmptyEndpointIsTheDefault() {
        assertThat(notesOn(ENDPOINT, "")).containsExactly(ENDPOINT
                + " is empty, which means http://localhost:4317 - set it; a blank, such as \" \", exports no traces");
    }

    @Test
    void thatOfTracesToo() {
        assertThat(notesOn(TRACES, "")).hasSize(1);
    }

    @Test
    void nothingIsSaidOfABlankOrASetOne() {
        assertThat(notesOn(ENDPOINT, " ")).isEmpty();
        assertThat(notesOn(ENDPOINT, "http://collector:4317")).isEmpty();
        assertThat(notesOn("other", "")).isEmpty();
    }

    /** Quarkus gives traces the endpoint of all signals. */
    @Test
    void anEmptyOneThatIsInheritedIsSaidOnce() {
        assertThat(notesOn(Map.of(ENDPOINT, "", TRACES, ""))).singleElement().asString().startsWith(ENDPOINT + " is empty");
    }

    private static List<String> notesOn(String key, String value) {
        return notesOn(Map.of(key, value));
    }

    private static List<String> notesOn(Map<String, String> configuration) {
        return ConfigNotes.onEndpoints(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(configuration, "test", 100)).build(), "http://localhost:4317");
    }
}
