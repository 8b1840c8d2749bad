package io.steptrace.runtime.internal.recording;

import java.util.List;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.ParkEpisode;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.SeriesAttributes;

/** Measures the life of one job; thread-safe. */
public final class JobMeasures {

    private static final JobMeasures NONE = new JobMeasures(Measurements.OFF, null, null);

    private final Measurements measurements;
    private final Context context;
    /** Null for work that went through no queue, but parked. */
    private final String queue;

    private JobMeasures(Measurements measurements, Context context, String queue) {
        this.measurements = measurements;
        this.context = context;
        this.queue = queue;
    }

    /**
     * Most applications measure nothing, and need no object for it. The queue is {@code null} for work that went through none.
     */
    public static JobMeasures of(Measurements measurements, Context context, String queue) {
        return measurements.areOn() ? new JobMeasures(measurements, context, queue) : NONE;
    }

    /** The only place where the wait in a queue is measured. */
    public void queueWait(long nanos) {
        if (measurements.areOn()) {
            measurements.queueWait(nanos, SeriesAttributes.ofQueue(queue), context);
        }
    }

    /** The wait from a worker to the code. */
    public void dispatch(long nanos) {
        if (measurements.areOn() && queue != null) {
            measurements.dispatch(nanos, SeriesAttributes.ofQueue(queue), context);
        }
    }

    void parks(List<ParkEpisode> episodes) {
        if (measurements.areOn()) {
            episodes.forEach(episode -> measurements.parkWait(episode.durationNanos(),
                    SeriesAttributes.ofPark(queue, episode.reason().cause()), context));
        }
    }

    public boolean areOn() {
        return measurements.areOn();
    }

    /** @param unmarkedNanos how much of its active time were waits that it has not marked, as on its span */
    void completed(Completed job, boolean promoted, long unmarkedNanos) {
        if (!measurements.areOn()) {
            return;
        }
        if (queue != null) {
            measurements.runActive(Math.max(0, job.durations().activeNanos() - unmarkedNanos), SeriesAttributes.ofQueue(queue),
                    context);
        }
        if (promoted || unmarkedNanos > 0) {
            measurements.promoted(context);
        }
    }
}
