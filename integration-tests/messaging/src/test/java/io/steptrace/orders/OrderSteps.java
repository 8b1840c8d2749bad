package io.steptrace.orders;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;

/** The steps of orders, which may begin long after all else of a trace has come. */
@Singleton
class OrderSteps {

    static final String HANDLED = "step.handle_order";
    static final String FILED = "step.file_order";

    private static final AttributeKey<String> ORDER = AttributeKey.stringKey("orders.id");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InMemorySpanExporter exporter;

    OrderSteps(InMemorySpanExporter exporter) {
        this.exporter = exporter;
    }

    /** Waits for the span of a step of an order. */
    SpanData awaitStep(String name, String id) {
        return await(name + " of " + id).atMost(PATIENCE).until(() -> find(name, id), Optional::isPresent).orElseThrow();
    }

    private Optional<SpanData> find(String name, String id) {
        return exporter.getFinishedSpanItems().stream().filter(span -> span.getName().equals(name))
                .filter(span -> id.equals(span.getAttributes().get(ORDER))).findFirst();
    }
}
