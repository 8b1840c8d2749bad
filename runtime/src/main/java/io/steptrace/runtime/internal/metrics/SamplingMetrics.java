package io.steptrace.runtime.internal.metrics;

import java.util.Map;
import java.util.function.Supplier;

import io.opentelemetry.api.metrics.Meter;
import io.steptrace.runtime.internal.telemetry.SeriesAttributes;

/** How many local traces were kept and dropped, and why. */
public final class SamplingMetrics {

    private SamplingMetrics() {
    }

    /**
     * Registers the instruments.
     *
     * @param kept traces by reason, read at each collection
     * @param dropped likewise
     */
    public static void register(Meter meter, Supplier<Map<String, Long>> kept, Supplier<Map<String, Long>> dropped) {
        register(meter, "steptrace.sampling.kept", "Local traces that were kept", kept);
        register(meter, "steptrace.sampling.dropped", "Local traces that were not kept", dropped);
    }

    private static void register(Meter meter, String name, String description, Supplier<Map<String, Long>> counts) {
        meter.counterBuilder(name).setUnit("{trace}").setDescription(description).buildWithCallback(
                to -> counts.get().forEach((reason, count) -> to.record(count, SeriesAttributes.ofReason(reason))));
    }
}
