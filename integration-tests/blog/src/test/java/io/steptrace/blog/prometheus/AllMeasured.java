package io.steptrace.blog.prometheus;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Metrics of all kinds, soon; and an outage that does not take long. */
public class AllMeasured implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.otel.metrics.enabled", "true",
                "quarkus.otel.metric.export.interval", "250ms",
                "quarkus.otel.bsp.schedule.delay", "100ms",
                "quarkus.steptrace.export-job-depth", "true",
                "quarkus.steptrace.sampler", "head:0.5,tail:error",
                "quarkus.steptrace.export.retry.initial-interval", "20ms",
                "quarkus.steptrace.export.retry.max-interval", "100ms");
    }
}
