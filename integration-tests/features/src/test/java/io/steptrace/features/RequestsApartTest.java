package io.steptrace.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.steptrace.features.pricing.Quotes;

/** What one piece of work leaves behind on a thread is nothing to the next. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class RequestsApartTest extends TracedApplication {

    private static final int CALLS_BEFORE = 3;
    private static final int REQUESTS_AFTER = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Quotes quotes;

    @Inject
    Tracer tracer;

    @Test
    void keepsRequestsApartFromCallsOnAThreadWithoutVertx() {
        for (int i = 0; i < CALLS_BEFORE; i++) {
            quotes.ask("bolt").await().atMost(PATIENCE);
        }
        for (int i = 0; i < REQUESTS_AFTER; i++) {
            Outline.assertShows(calls.get("/items/nut"), """
                    SERVER http.server: GET /items/{sku}
                      CLIENT db.get item
                    """);
        }
    }

    @Test
    void keepsTheDelayThreadOfFuturesApartFromThem() throws Exception {
        Span old = tracer.spanBuilder("old").startSpan();
        try (Scope ignored = old.makeCurrent()) {
            quotes.ask("bolt").onItem().transformToUni(price -> Uni.createFrom().completionStage(later(price)))
                    .map(price -> price).await().atMost(PATIENCE);
        } finally {
            old.end();
        }
        assertThat(later("price").thenApply(price -> Span.current().getSpanContext().isValid())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isFalse();
    }

    private static <T> CompletableFuture<T> later(T value) {
        return new CompletableFuture<T>().completeOnTimeout(value, 10, TimeUnit.MILLISECONDS);
    }
}
