package io.steptrace.runtime.internal.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.telemetry.Measurements;

/** The metrics of steps, effects and jobs; thread-safe. */
public final class WorkMetrics implements Measurements {

    private final DurationHistogram step;
    private final DurationHistogram effect;
    private final DurationHistogram queueWait;
    private final DurationHistogram dispatch;
    private final DurationHistogram runActive;
    private final DurationHistogram parkWait;
    private final LongCounter retries;
    private final LongCounter promoted;
    private final CacheMetrics caches;

    public WorkMetrics(Meter meter, CacheMetrics caches) {
        this.step = new DurationHistogram(meter, "steptrace.step.duration", "How long steps took");
        this.effect = new DurationHistogram(meter, "steptrace.effect.duration", "How long effects took");
        this.queueWait = new DurationHistogram(meter, "steptrace.job.queue_wait", "How long jobs waited for a worker");
        this.dispatch = new DurationHistogram(meter, "steptrace.job.dispatch",
                "How long it took from a worker's taking a job to the first line of its code");
        this.runActive = new DurationHistogram(meter, "steptrace.job.run_active", "How long jobs worked");
        this.parkWait = new DurationHistogram(meter, "steptrace.job.park_wait", "How long parks of jobs took, each for itself");
        this.retries = meter.counterBuilder("steptrace.job.retries").setUnit("{retry}")
                .setDescription("Attempts beyond the first").build();
        this.promoted = meter.counterBuilder("steptrace.job.promoted").setUnit("{job}")
                .setDescription("Jobs of which a wait became a span").build();
        this.caches = caches;
    }

    @Override
    public boolean areOn() {
        return true;
    }

    @Override
    public void step(long nanos, Attributes series, Context context) {
        step.record(nanos, series, context);
    }

    @Override
    public void effect(long nanos, Attributes series, Context context) {
        effect.record(nanos, series, context);
    }

    @Override
    public void queueWait(long nanos, Attributes series, Context context) {
        queueWait.record(nanos, series, context);
    }

    @Override
    public void dispatch(long nanos, Attributes series, Context context) {
        dispatch.record(nanos, series, context);
    }

    @Override
    public void runActive(long nanos, Attributes series, Context context) {
        runActive.record(nanos, series, context);
    }

    @Override
    public void parkWait(long nanos, Attributes series, Context context) {
        parkWait.record(nanos, series, context);
    }

    @Override
    public void retried(Context context) {
        retries.add(1, Attributes.empty(), context);
    }

    @Override
    public void promoted(Context context) {
        promoted.add(1, Attributes.empty(), context);
    }

    @Override
    public void cacheRead(String target, boolean hit) {
        caches.read(target, hit);
    }
}
