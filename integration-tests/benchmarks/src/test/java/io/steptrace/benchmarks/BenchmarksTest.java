package io.steptrace.benchmarks;

import static io.steptrace.benchmarks.ServedApplication.spansOf;
import static io.steptrace.benchmarks.state.Parent.SAMPLED;
import static io.steptrace.benchmarks.state.Parent.UNSAMPLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BenchmarksTest {

    private final StepBenchmark steps = new StepBenchmark();
    private final PipelineBenchmark pipelines = new PipelineBenchmark();
    private final QueuedEffectBenchmark effects = new QueuedEffectBenchmark();

    @Test
    void everySampledRivalOfAStepMakesOneSpan() throws Exception {
        assertThat(spansOf(SAMPLED, steps::step)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, steps::withSpan)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, steps::raw)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, steps::plain)).isZero();
    }

    @Test
    void noneMakesASpanBelowAnUnsampledParent() throws Exception {
        assertThat(spansOf(UNSAMPLED, steps::step)).isZero();
        assertThat(spansOf(UNSAMPLED, steps::withSpan)).isZero();
        assertThat(spansOf(UNSAMPLED, steps::raw)).isZero();
    }

    @Test
    void everySampledRivalOfAPipelineMakesOneSpan() throws Exception {
        assertThat(spansOf(SAMPLED, pipelines::step)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, pipelines::withSpan)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, pipelines::plain)).isZero();
    }

    @Test
    void aQueuedEffectMakesOneSpanAndItsRivalThree() throws Exception {
        assertThat(spansOf(SAMPLED, effects::effect)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, effects::alwaysOn)).isEqualTo(3);
        assertThat(spansOf(SAMPLED, effects::bare)).isZero();
    }

    @Test
    void aBatchIsAHundredOfThem() throws Exception {
        assertThat(spansOf(SAMPLED, effects::effectBatch)).isEqualTo(100);
        assertThat(spansOf(SAMPLED, effects::alwaysOnBatch)).isEqualTo(300);
        assertThat(spansOf(SAMPLED, effects::bareBatch)).isZero();
    }
}
