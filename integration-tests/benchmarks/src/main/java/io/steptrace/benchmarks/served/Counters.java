package io.steptrace.benchmarks.served;

import java.util.List;
import java.util.function.Predicate;

import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.steptrace.collector.Collector;

/** The counters of an application, as they were when its collector got them last. */
public final class Counters {

    private final List<Metric> metrics;

    public Counters(Collector collector) {
        this.metrics = collector.metrics();
    }

    /** The sum of all series; zero if there is none. */
    public long total(String name) {
        return total(name, point -> true);
    }

    /** The sum of the series that have this attribute. */
    public long totalWith(String attribute, String name) {
        return total(name, point -> has(attribute, point));
    }

    private long total(String name, Predicate<NumberDataPoint> which) {
        return metrics.stream().filter(metric -> metric.getName().equals(name)).reduce((former, last) -> last)
                .map(last -> last.getSum().getDataPointsList().stream().filter(which)
                        .mapToLong(NumberDataPoint::getAsInt).sum())
                .orElse(0L);
    }

    private static boolean has(String attribute, NumberDataPoint point) {
        return point.getAttributesList().stream().anyMatch(each -> each.getKey().equals(attribute));
    }
}
