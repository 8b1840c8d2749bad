package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A request that a gateway gives up after some minutes is decided while nothing is known of it but how long it takes. */
class EarlyDecisionTest {

    private static final Duration USUAL = Duration.ofMillis(10);

    @Test
    void losesWhatFailsAfterTheDecisionWait() {
        try (TailSampledSdk sdk = new TailSampledSdk("head:0,tail:error|p95|p99", 100, 100)) {
            failLate(sdk);

            assertThat(sdk.exported()).isEmpty();
            assertThat(sdk.tally.dropped()).isEqualTo(Map.of("decision_wait", 1L));
        }
    }

    @Test
    void keepsItWholeByARuleThatLooksAtItsTime() {
        try (TailSampledSdk sdk = new TailSampledSdk("head:0,tail:error|p95|slow(10s)", 100, 100)) {
            failLate(sdk);

            assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("db.get post", "http.get price",
                    "GET /posts");
            assertThat(sdk.exported()).last().extracting(SpanData::getAttributes)
                    .isEqualTo(Attributes.of(AttributeKey.stringKey("steptrace.sampling.reason"), "slow"));
            assertThat(sdk.tally.dropped()).isEmpty();
        }
    }

    @Test
    void forgetsItOnceItIsDecided() {
        try (TailSampledSdk sdk = new TailSampledSdk("head:0,tail:slow(10s)", 100, 100)) {
            failLate(sdk);

            assertThat(sdk.holds.traces()).isZero();
            assertThat(sdk.holds.spans()).isZero();
            assertThat(sdk.holds.ownSpans()).isZero();
        }
    }

    private static void failLate(TailSampledSdk sdk) {
        for (int i = 0; i < 200; i++) {
            sdk.windows.latency().of("GET /posts").record(USUAL.toNanos());
        }
        Span root = sdk.tracer.spanBuilder("GET /posts").startSpan();
        sdk.child(root, "db.get post").end();
        sdk.clock.advance(Duration.ofSeconds(30).toNanos());
        sdk.assembler.sweep();
        sdk.clock.advance(Duration.ofMinutes(2).toNanos());
        sdk.assembler.sweep();
        sdk.child(root, "http.get price").setStatus(StatusCode.ERROR).end();
        root.setStatus(StatusCode.ERROR).end();
    }
}
