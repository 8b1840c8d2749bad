package io.steptrace.runtime.internal.metrics;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.steptrace.runtime.internal.stats.RollingRatio;
import io.steptrace.runtime.internal.telemetry.SeriesAttributes;
import io.steptrace.runtime.internal.time.Clock;

/**
 * The hit ratio of each cache that effects read, over the last minute; thread-safe. Targets are known when the application is
 * built.
 */
public final class CacheMetrics {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final ConcurrentMap<String, RollingRatio> byTarget = new ConcurrentHashMap<>();

    public CacheMetrics(Meter meter, Clock clock) {
        this.clock = clock;
        meter.gaugeBuilder("steptrace.cache.hit_ratio").setUnit("1")
                .setDescription("The share of cache reads of the last minute that found something")
                .buildWithCallback(this::observe);
    }

    void read(String target, boolean hit) {
        byTarget.computeIfAbsent(target, absent -> new RollingRatio(WINDOW, clock)).record(hit);
    }

    private void observe(ObservableDoubleMeasurement to) {
        byTarget.forEach((target, hits) -> {
            double ratio = hits.ratio();
            if (!Double.isNaN(ratio)) {
                to.record(ratio, SeriesAttributes.ofTarget(target));
            }
        });
    }
}
