package io.steptrace.runtime.internal.http.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

class ClientWordsTest {

    /** With the former keys as well, which are written from what is bounded. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void boundsAllThatAClientSays(boolean hasLegacyKeys) {
        ReadWriteSpan span = (ReadWriteSpan) SdkTracerProvider.builder().build().get("test").spanBuilder("GET").startSpan();
        Stream.of("url.path", "url.query", "url.scheme", "user_agent.original", "http.request.method_original",
                "server.address", "client.address").forEach(key -> span.setAttribute(key, "x".repeat(100_000)));
        span.setAttribute("server.port", 80);

        ClientWords words = ClientWords.bounded(span);
        if (hasLegacyKeys) {
            LegacyHttpAttributes.write(span, "_OTHER", 200L, words);
        }

        BiConsumer<Object, Object> isBounded = (key, value) -> assertThat(value.toString().length()).as(key.toString())
                .isLessThanOrEqualTo(4_096);
        assertThat(span.toSpanData().getAttributes().size()).isEqualTo(hasLegacyKeys ? 17 : 8);
        span.toSpanData().getAttributes().forEach(isBounded);
    }
}
