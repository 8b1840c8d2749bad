package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.awaitility.Awaitility;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.ClientProxy;

/** The spans an application under test has exported. */
@ApplicationScoped
public class FinishedSpans {

    static final String EXPORT_DELAY_KEY = "quarkus.otel.bsp.schedule.delay";
    static final String EXPORT_DELAY = "20ms";

    private final InMemorySpanExporter exporter;

    private final OpenTelemetry openTelemetry;

    FinishedSpans(InMemorySpanExporter exporter, OpenTelemetry openTelemetry) {
        this.exporter = exporter;
        this.openTelemetry = openTelemetry;
    }

    /** All spans so far, as soon as the condition holds for them. */
    List<SpanData> await(Predicate<List<SpanData>> condition) {
        return Awaitility.await().until(exporter::getFinishedSpanItems, condition);
    }

    /** The span of that name, as soon as there is one. */
    SpanData await(String name) {
        return named(await(spans -> spans.stream().anyMatch(span -> span.getName().equals(name))), name);
    }

    /** As many spans of that name as asked for, as soon as there are. */
    List<SpanData> await(String name, int count) {
        return await(spans -> spans.stream().filter(span -> span.getName().equals(name)).count() >= count).stream()
                .filter(span -> span.getName().equals(name)).toList();
    }

    List<SpanData> soFar() {
        return exporter.getFinishedSpanItems();
    }

    /** Forgets everything that has ended, what is still on its way included. */
    void reset() {
        flush();
        exporter.reset();
    }

    /** Has everything exported that has ended. */
    void flush() {
        ((OpenTelemetrySdk) ClientProxy.unwrap(openTelemetry)).getSdkTracerProvider().forceFlush().join(10,
                TimeUnit.SECONDS);
    }

    static SpanData named(List<SpanData> spans, String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no span " + name + " in " + spans));
    }

    static List<SpanData> childrenOf(SpanData parent, List<SpanData> spans) {
        return spans.stream().filter(span -> span.getParentSpanId().equals(parent.getSpanId())).toList();
    }

    static List<String> eventNames(SpanData span) {
        return span.getEvents().stream().map(EventData::getName).toList();
    }

    /** The exceptions recorded on these spans, as events. */
    static List<EventData> exceptions(List<SpanData> spans) {
        return spans.stream().flatMap(span -> span.getEvents().stream())
                .filter(event -> event.getName().equals("exception")).toList();
    }

    static Object attribute(SpanData span, String key) {
        return span.getAttributes().asMap().entrySet().stream().filter(entry -> entry.getKey().getKey().equals(key))
                .map(java.util.Map.Entry::getValue).findFirst().orElse(null);
    }

    static double millis(SpanData span, String key) {
        Double value = span.getAttributes().get(AttributeKey.doubleKey(key));
        assertThat(value).as(key).isNotNull();
        return value;
    }

    /** The durations add up to the span, nothing is negative, and events stand in the order of time. */
    static void assertAccountedFor(SpanData span) {
        double queueWait = millis(span, "job.queue_wait_ms");
        double dispatch = millis(span, "job.dispatch_ms");
        double park = millis(span, "job.park_wait_ms_total");
        double active = millis(span, "job.run_active_ms");
        assertThat(List.of(queueWait, dispatch, park, active)).allMatch(part -> part >= 0);
        double length = (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6;
        assertThat(queueWait + dispatch + park + active).isCloseTo(length, org.assertj.core.data.Offset.offset(0.001));
        assertThat(span.getEvents()).extracting(EventData::getEpochNanos).isSorted();
        assertThat(span.getEvents()).allMatch(event -> event.getEpochNanos() >= span.getStartEpochNanos()
                && event.getEpochNanos() <= span.getEndEpochNanos());
    }

    static void assertWithin(SpanData child, SpanData parent) {
        assertThat(child.getStartEpochNanos()).isGreaterThanOrEqualTo(parent.getStartEpochNanos());
        assertThat(child.getEndEpochNanos()).isLessThanOrEqualTo(parent.getEndEpochNanos());
    }

    /** Replaces the exporter of the platform. */
    public static class Exporter {

        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
