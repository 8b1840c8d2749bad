package io.steptrace.parcels;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.awaitility.Awaitility;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.traces.RecordedJob;

/** The spans that were made of parcels behind the broker. */
@Singleton
class Handled {

    static final String DELIVERED = "step.deliver_parcel";
    static final String FILED = "step.file_parcel";
    static final String WEIGHED = "weigh_parcel";

    private static final AttributeKey<String> IDS = AttributeKey.stringKey("parcel.ids");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemorySpanExporter exporter;

    Handled(InMemorySpanExporter exporter) {
        this.exporter = exporter;
    }

    /** The first span of that name that was made of these parcels together. */
    SpanData await(String name, String ids) {
        return Awaitility.await(name + " of " + ids).atMost(PATIENCE).until(() -> exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name) && ids.equals(span.getAttributes().get(IDS))).findFirst(),
                Optional::isPresent).orElseThrow();
    }

    /** The job of their delivery. */
    RecordedJob job(String ids) {
        SpanData step = await(DELIVERED, ids);
        return new RecordedJob(step, childrenOf(step));
    }

    /** The one span of that name in the trace of another. */
    SpanData inTraceOf(SpanData other, String name) {
        return Awaitility.await(name).atMost(PATIENCE).until(() -> exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(other.getTraceId()) && span.getName().equals(name)).findFirst(),
                Optional::isPresent).orElseThrow();
    }

    /** The span of that id. */
    SpanData span(String spanId) {
        return Awaitility.await(spanId).atMost(PATIENCE).until(() -> exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getSpanId().equals(spanId)).findFirst(), Optional::isPresent).orElseThrow();
    }

    private List<SpanData> childrenOf(SpanData parent) {
        return exporter.getFinishedSpanItems().stream().filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .toList();
    }
}
