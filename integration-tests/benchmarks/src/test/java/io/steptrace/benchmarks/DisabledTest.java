package io.steptrace.benchmarks;

import static io.steptrace.benchmarks.BenchmarksTest.spansOf;
import static io.steptrace.benchmarks.Request.Parent.SAMPLED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(DisabledTest.Disabled.class)
class DisabledTest {

    @Test
    void aStepMakesNoSpan() throws Exception {
        StepBenchmark steps = new StepBenchmark();

        assertThat(spansOf(SAMPLED, steps::step)).isZero();
        assertThat(spansOf(SAMPLED, steps::plain)).isZero();
    }

    public static class Disabled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.steptrace.enabled", "false");
        }
    }
}
