package io.steptrace.runtime.internal.metrics;

import java.util.List;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;

/** A histogram of lengths of time in seconds, with boundaries fit for microseconds to minutes; thread-safe. */
final class DurationHistogram {

    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    /** Microseconds, of a hand-over without a wait up to a minute in a starved pool. */
    private static final List<Double> BOUNDARIES = IntStream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000,
            50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 30_000_000, 60_000_000)
            .mapToObj(micros -> micros / 1_000_000.0).toList();

    private final DoubleHistogram histogram;

    DurationHistogram(Meter meter, String name, String description) {
        this.histogram = meter.histogramBuilder(name).setUnit("s").setDescription(description)
                .setExplicitBucketBoundariesAdvice(BOUNDARIES).build();
    }

    void record(long nanos, Attributes series, Context context) {
        histogram.record(nanos / NANOS_PER_SECOND, series, context);
    }
}
