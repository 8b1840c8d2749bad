package io.steptrace.runtime.internal.metrics;

import java.util.Map;
import java.util.function.Supplier;

import io.opentelemetry.api.metrics.Meter;
import io.steptrace.runtime.internal.telemetry.SeriesAttributes;

/** How many jobs wait in each queue at the moment of reading. */
public final class QueueDepthMetrics {

    private QueueDepthMetrics() {
    }

    /**
     * Registers the instrument.
     *
     * @param depths waiting jobs by queue, read at each collection
     */
    public static void register(Meter meter, Supplier<Map<String, Integer>> depths) {
        meter.gaugeBuilder("steptrace.job.depth").ofLongs().setUnit("{job}").setDescription("Jobs that wait in a queue")
                .buildWithCallback(
                        to -> depths.get().forEach((queue, depth) -> to.record(depth, SeriesAttributes.ofQueue(queue))));
    }
}
