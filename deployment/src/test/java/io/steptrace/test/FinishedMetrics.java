package io.steptrace.test;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.awaitility.Awaitility;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.quarkus.test.QuarkusUnitTest;

/** The measurements an application under test has exported. */
@ApplicationScoped
public class FinishedMetrics {

    private final InMemoryMetricExporter exporter;

    FinishedMetrics(InMemoryMetricExporter exporter) {
        this.exporter = exporter;
    }

    /** Has an application measure, and export what it measures. */
    static QuarkusUnitTest enabledIn(QuarkusUnitTest application) {
        return application.overrideConfigKey("quarkus.otel.metrics.enabled", "true")
                .overrideConfigKey("quarkus.otel.metric.export.interval", "50ms");
    }

    /** The one series of a histogram, as soon as it counts as many measurements as asked for. */
    HistogramPointData awaitHistogram(String name, long count) {
        return Awaitility.await().until(() -> latest(name), points -> points.size() == 1 && points.get(0).getCount() == count)
                .get(0);
    }

    /** The series of a histogram that has these attributes among others, as soon as it counts as many measurements. */
    HistogramPointData awaitHistogram(String name, Attributes series, long count) {
        return Awaitility.await(name + series).until(
                () -> latest(name).stream().filter(point -> includes(point.getAttributes(), series)).toList(),
                points -> points.size() == 1 && points.get(0).getCount() == count).get(0);
    }

    /** Waits until a counter or gauge shows a value. */
    void awaitLong(String name, Attributes series, long value) {
        Awaitility.await(name + series).until(() -> all(name).flatMap(metric -> longs(metric).stream())
                .anyMatch(point -> includes(point.getAttributes(), series) && point.getValue() == value));
    }

    /** As {@link #awaitLong}. */
    void awaitDouble(String name, Attributes series, double value) {
        Awaitility.await(name + series)
                .until(() -> all(name).flatMap(metric -> metric.getDoubleGaugeData().getPoints().stream())
                        .anyMatch(point -> includes(point.getAttributes(), series) && point.getValue() == value));
    }

    private static Collection<LongPointData> longs(MetricData metric) {
        return metric.getType() == MetricDataType.LONG_GAUGE ? metric.getLongGaugeData().getPoints()
                : metric.getLongSumData().getPoints();
    }

    private static boolean includes(Attributes all, Attributes some) {
        return all.asMap().entrySet().containsAll(some.asMap().entrySet());
    }

    /** The traces a histogram leads to; each export holds those of the time since the one before. */
    List<String> exemplarSpans(String name) {
        return pointsOf(name).flatMap(point -> point.getExemplars().stream())
                .map(exemplar -> exemplar.getSpanContext().getSpanId()).toList();
    }

    private List<HistogramPointData> latest(String name) {
        return all(name).reduce((earlier, later) -> later).map(metric -> List.copyOf(metric.getHistogramData().getPoints()))
                .orElse(List.of());
    }

    private Stream<HistogramPointData> pointsOf(String name) {
        return all(name).flatMap(metric -> metric.getHistogramData().getPoints().stream());
    }

    private Stream<MetricData> all(String name) {
        return exporter.getFinishedMetricItems().stream().filter(metric -> metric.getName().equals(name));
    }

    /** Replaces the exporter of the platform. */
    public static class Exporter {

        @Produces
        @Singleton
        InMemoryMetricExporter exporter() {
            return InMemoryMetricExporter.create();
        }
    }
}
