package io.steptrace.blog.promotion;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Every wait that is marked is a span, however short. */
public class EverythingPromoted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.steptrace.debug-jobs", "true",
                "quarkus.steptrace.detect.waits", "false");
    }
}
