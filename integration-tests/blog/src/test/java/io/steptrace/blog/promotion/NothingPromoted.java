package io.steptrace.blog.promotion;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Thresholds that no wait of these tests reaches. */
public class NothingPromoted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.steptrace.promote.queue-wait", "10s",
                "quarkus.steptrace.promote.park-wait", "10s");
    }
}
