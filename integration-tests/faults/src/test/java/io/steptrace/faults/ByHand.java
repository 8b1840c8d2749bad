package io.steptrace.faults;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Batches leave when the test says so, and retries hurry. The first request of a cold process has time to be answered even on a
 * busy machine: it would arrive twice.
 */
public class ByHand implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.otel.bsp.schedule.delay", "1h"),
                Map.entry("quarkus.otel.exporter.otlp.timeout", "5s"),
                Map.entry("quarkus.steptrace.export.retry.initial-interval", "20ms"),
                Map.entry("quarkus.steptrace.export.retry.max-interval", "100ms"),
                // a request that was given up in time is still repeated
                Map.entry("quarkus.steptrace.export.retry.max-elapsed-time", "6s"),
                Map.entry("quarkus.steptrace.export.retry.max-retry-after", "4s"),
                Map.entry("quarkus.steptrace.export.circuit-breaker.reset-timeout", "2s"));
    }
}
