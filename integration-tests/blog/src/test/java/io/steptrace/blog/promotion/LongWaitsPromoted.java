package io.steptrace.blog.promotion;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Thresholds between the waits the application marks and those a busy machine adds; the rest is not looked for.
 * <p>
 * The longest of eight concurrent calls usually waits for more than a hundred milliseconds; a worker that starts late does not.
 */
public class LongWaitsPromoted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.steptrace.promote.queue-wait", "60ms",
                "quarkus.steptrace.promote.park-wait", "60ms",
                "quarkus.steptrace.detect.waits", "false");
    }
}
