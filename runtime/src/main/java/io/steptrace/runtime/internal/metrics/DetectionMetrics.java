package io.steptrace.runtime.internal.metrics;

import java.util.function.LongSupplier;

import io.opentelemetry.api.metrics.Meter;

/** What was found of waits that were not marked, and did not fit. */
public final class DetectionMetrics {

    private DetectionMetrics() {
    }

    /**
     * Registers the instrument.
     *
     * @param dropped waits, and stretches of code that could hold one, since the start; read at each collection
     */
    public static void register(Meter meter, LongSupplier dropped) {
        meter.counterBuilder("steptrace.detect.dropped").setUnit("{wait}")
                .setDescription("Detected waits for which there was no room")
                .buildWithCallback(to -> to.record(dropped.getAsLong()));
    }
}
