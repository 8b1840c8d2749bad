package io.steptrace.runtime.internal.metrics;

import java.util.List;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;

/** The durations of jobs as histograms, in seconds, of all traffic whether sampled or not; thread-safe. */
public final class JobMetrics {

    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    /** Microseconds, of a hand-over without a wait up to a minute in a starved pool. */
    private static final List<Double> BOUNDARIES = IntStream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000,
            50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 30_000_000, 60_000_000)
            .mapToObj(micros -> micros / 1_000_000.0).toList();

    private final DoubleHistogram queueWait;
    private final DoubleHistogram dispatch;

    public JobMetrics(Meter meter) {
        this.queueWait = histogram(meter, "steptrace.job.queue_wait", "How long jobs waited for a worker");
        this.dispatch = histogram(meter, "steptrace.job.dispatch",
                "How long it took from a worker's taking a job to the first line of its code");
    }

    /**
     * A worker has taken a job.
     *
     * @param series the attributes of the queue's series
     * @param context the context of the job, for the exemplar
     */
    public void queueWait(long nanos, Attributes series, Context context) {
        queueWait.record(nanos / NANOS_PER_SECOND, series, context);
    }

    /** The code of a job has begun; parameters as for {@link #queueWait}. */
    public void dispatch(long nanos, Attributes series, Context context) {
        dispatch.record(nanos / NANOS_PER_SECOND, series, context);
    }

    private static DoubleHistogram histogram(Meter meter, String name, String description) {
        return meter.histogramBuilder(name).setUnit("s").setDescription(description)
                .setExplicitBucketBoundariesAdvice(BOUNDARIES).build();
    }
}
