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
@TestProfile(PromotedEffectBenchmarkTest.DebugJobs.class)
class PromotedEffectBenchmarkTest {

    @Test
    void aPromotedEffectMakesTwoSpans() throws Exception {
        PromotedEffectBenchmark promoted = new PromotedEffectBenchmark();

        assertThat(spansOf(SAMPLED, promoted::effect)).isEqualTo(2);
        assertThat(spansOf(SAMPLED, promoted::effectBatch)).isEqualTo(200);
    }

    public static class DebugJobs implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.steptrace.debug-jobs", "true");
        }
    }
}
