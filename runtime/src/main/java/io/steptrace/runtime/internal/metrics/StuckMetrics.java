package io.steptrace.runtime.internal.metrics;

import java.util.function.IntSupplier;

import io.opentelemetry.api.metrics.Meter;

/** How much work has been running for too long at the moment of reading. */
public final class StuckMetrics {

    private StuckMetrics() {
    }

    /**
     * Registers the instrument.
     *
     * @param stuck requests and jobs, read at each collection
     */
    public static void register(Meter meter, IntSupplier stuck) {
        meter.gaugeBuilder("steptrace.work.stuck").ofLongs().setUnit("{work}")
                .setDescription("Requests and jobs that have been running for too long").buildWithCallback(
                        to -> to.record(stuck.getAsInt()));
    }
}
