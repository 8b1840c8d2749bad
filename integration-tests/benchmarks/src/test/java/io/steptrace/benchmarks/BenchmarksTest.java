package io.steptrace.benchmarks;

import static io.steptrace.benchmarks.Request.Parent.SAMPLED;
import static io.steptrace.benchmarks.Request.Parent.UNSAMPLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import java.util.function.ToLongBiFunction;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.benchmarks.Request.Parent;
import io.steptrace.benchmarks.app.CountingExporter;

@QuarkusTest
class BenchmarksTest {

    private final StepBenchmark steps = new StepBenchmark();
    private final PipelineBenchmark pipelines = new PipelineBenchmark();
    private final StreamBenchmark streams = new StreamBenchmark();
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
    void everySampledRivalOfAStreamMakesOneSpan() throws Exception {
        assertThat(spansOf(SAMPLED, streams::step)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, streams::withSpan)).isEqualTo(1);
        assertThat(spansOf(SAMPLED, streams::plain)).isZero();
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

    /** Calls a benchmark the way JMH does, once: how many spans it exports, its parent not counted. */
    static long spansOf(Parent parent, ToLongBiFunction<RunningApplication, Request> benchmark) throws Exception {
        RunningApplication application = new RunningApplication();
        application.start();
        Request request = new Request();
        request.parent = parent;
        long before = CountingExporter.exported();
        request.begin(application);
        long result = benchmark.applyAsLong(application, request);
        request.end();
        awaitExported();
        long spans = CountingExporter.exported() - before - (parent == Parent.SAMPLED ? 1 : 0) - 1;
        application.stop();
        if (result == 0) {
            throw new IllegalStateException("benchmark: no result - it would measure nothing");
        }
        return spans;
    }

    /**
     * Ends one more span and waits until that one has left, and with it all that ended before. A flush alone does not say so:
     * the SDK's batch processor may answer it with the end of the one before.
     */
    private static void awaitExported() {
        OpenTelemetrySdk sdk = (OpenTelemetrySdk) Arc.container().instance(OpenTelemetry.class).get();
        Span last = sdk.getTracer("last").spanBuilder("last").setNoParent().startSpan();
        last.end();
        await().until(() -> {
            sdk.getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
            return CountingExporter.lastSpanId().equals(last.getSpanContext().getSpanId());
        });
    }
}
