package io.steptrace.runtime.internal.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.steptrace.runtime.internal.fuzz.Mutations;
import io.vertx.core.http.HttpHeaders;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Headers and endpoints as they are configured: what the rules let pass is taken, and no refusal repeats a credential. */
class CollectorKeysFuzzTest {

    /** No name of a header, however it is joined to one. */
    private static final String SECRET = "correct_horse";

    @Property
    void theClientTakesTheHeadersThatTheRulesLetPass(@ForAll("headers") String header) {
        List<String> violations = HeaderRules.violationsOf("headers", List.of(header), true);

        assertThat(violations).noneMatch(violation -> violation.contains(SECRET));
        int equals = header.indexOf('=');
        if (violations.isEmpty() && equals > 0) {
            HttpHeaders.headers().add(header.substring(0, equals).strip(), header.substring(equals + 1).strip());
        }
    }

    @Property
    void theEndpointsThatTheRulesLetPassNameAHost(@ForAll("endpoints") String endpoint) {
        Optional<String> violation = CollectorEndpoint.violation(Optional.of(endpoint), Optional.empty(), name -> name);

        violation.ifPresent(rule -> assertThat(rule).doesNotContain(SECRET));
        if (violation.isEmpty() && !endpoint.isBlank()) {
            String host = URI.create(endpoint.strip()).getHost();
            assertThat(host).isNotBlank();
            PlainCredentials.isLoopback(host);
        }
    }

    @Provide
    Arbitrary<String> headers() {
        return Mutations.ofTexts("authorization=Bearer " + SECRET, "x-key=" + SECRET, " a = b ", "te=trailers",
                "connection=close");
    }

    @Provide
    Arbitrary<String> endpoints() {
        return Mutations.ofTexts("http://localhost:4317", "https://me:" + SECRET + "@collector.example.org/otlp?x=y",
                "http://[::1]:4318", "http://otel_collector:4317", " ", "http://[fe80::1%eth0]:4318");
    }
}
