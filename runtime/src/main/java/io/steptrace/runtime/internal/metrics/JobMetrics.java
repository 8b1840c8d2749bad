package io.steptrace.runtime.internal.metrics;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;

/** The durations of jobs as histograms, in seconds, of all traffic whether sampled or not; thread-safe. */
public final class JobMetrics {

    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    /** From a hand-over without a wait, ten microseconds, to a minute in a starved pool. */
    private static final List<Double> SECONDS = List.of(0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001,
            0.002_5,
            0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0);

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
                .setExplicitBucketBoundariesAdvice(SECONDS).build();
    }
}
