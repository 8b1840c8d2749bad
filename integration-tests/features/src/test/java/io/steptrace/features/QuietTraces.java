package io.steptrace.features;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Traces without waits, however slow the machine is; nights begin when a test resumes the scheduler, and last a second. */
public class QuietTraces implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.steptrace.promote.queue-wait", "1h",
                "quarkus.steptrace.promote.park-wait", "1h",
                "quarkus.scheduler.start-mode", "halted",
                "nightly.cron", "* * * * * ?");
    }
}
