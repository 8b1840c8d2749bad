package io.steptrace.runtime.internal.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorEndpointTest {

    private static final String ALL = "quarkus.otel.exporter.otlp.endpoint";
    private static final String TRACES = "quarkus.otel.exporter.otlp.traces.endpoint";

    @ParameterizedTest
    @ValueSource(strings = { "http://collector", "https://collector:4318/tenants/blue?a=b", " http://localhost:4317 ", " ",
            "http://[::1]:4317", "http://trace:correct-horse@collector:4317" })
    void letsPassAUrlWithAHost(String endpoint) {
        assertThat(violation(endpoint)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "collector:4317, be a URL", "http://, be a URL", "ftp://collector, be a URL", "http:///v1, be a URL",
            "http://c ollector, be a URL", "http://col_lector:4317, name a host without an underscore",
            "http://a:horse_b@c_d, name a host without an underscore", "http://collector:99999, have a port from 1 to 65535",
            "http://collector:0, have a port from 1 to 65535", "http://a:horse_b@-c, be a URL" })
    void refusesWhatIsNoneAndRepeatsNoPassword(String endpoint, String rule) {
        assertThat(violation(endpoint).orElseThrow()).startsWith(ALL + " must " + rule).doesNotContain("horse");
    }

    @Test
    void isThatOfTracesWhereThereIsOne() {
        Optional<String> broken = Optional.of("collector");
        assertThat(CollectorEndpoint.violation(broken, Optional.of("http://collector"), name -> TRACES).orElseThrow())
                .startsWith(TRACES);
        assertThat(CollectorEndpoint.violation(Optional.of("http://localhost:4317/"), broken, name -> TRACES).orElseThrow())
                .startsWith(ALL);
    }

    /** Quarkus gives traces the endpoint of all signals. */
    private static Optional<String> violation(String ofAll) {
        return CollectorEndpoint.violation(Optional.of(ofAll), Optional.of(ofAll), name -> ALL);
    }
}
