package io.steptrace.faults.metrics;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.steptrace.collector.Collector;

/**
 * One metric, as a collector got it.
 *
 * @param key the attribute that distinguishes the series that count
 * @param value of that attribute
 */
public record Figures(Collector collector, String metric, String key, String value) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Waits until the sum of a counter, the value of a gauge or the number of a histogram's measurements is as expected. */
    public void awaitFigure(LongPredicate condition) {
        await(metric + " of " + value).atMost(PATIENCE).until(this::figure, condition::test);
    }

    /** The traces the measurements of a histogram lead to; each was reported once. */
    Stream<String> exampleTraceIds() {
        return all().flatMap(this::histogram).flatMap(point -> point.getExemplarsList().stream())
                .map(exemplar -> HexFormat.of().formatHex(exemplar.getTraceId().toByteArray()));
    }

    private long figure() {
        return all().reduce((former, last) -> last).map(last -> histogram(last).mapToLong(HistogramDataPoint::getCount).sum()
                + numbers(last).mapToLong(NumberDataPoint::getAsInt).sum()).orElse(0L);
    }

    private Stream<HistogramDataPoint> histogram(Metric received) {
        return received.getHistogram().getDataPointsList().stream().filter(point -> matches(point.getAttributesList()));
    }

    private Stream<NumberDataPoint> numbers(Metric received) {
        return Stream.of(received.getSum().getDataPointsList(), received.getGauge().getDataPointsList()).flatMap(List::stream)
                .filter(point -> matches(point.getAttributesList()));
    }

    private Stream<Metric> all() {
        return collector.metrics().stream().filter(received -> received.getName().equals(metric));
    }

    private boolean matches(List<KeyValue> attributes) {
        return attributes.stream().anyMatch(
                attribute -> attribute.getKey().equals(key) && attribute.getValue().getStringValue().equals(value));
    }
}
