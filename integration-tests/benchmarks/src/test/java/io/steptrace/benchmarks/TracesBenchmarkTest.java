package io.steptrace.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.steptrace.benchmarks.PercentileBenchmark.RouteWindow;
import io.steptrace.benchmarks.app.CountingExporter;

/** The benchmarks that need no application. */
class TracesBenchmarkTest {

    private final TailBenchmark tail = new TailBenchmark();
    private final PercentileBenchmark percentile = new PercentileBenchmark();

    @Test
    void onlyASampledTraceIsExported() {
        assertThat(spansOf(tail::sampled)).isEqualTo(SampledTraces.SPANS);
        assertThat(spansOf(tail::recorded)).isZero();
        assertThat(spansOf(tail::heldBack)).isZero();
        assertThat(spansOf(percentile::spanByOne)).isEqualTo(1);
    }

    @Test
    void aDurationIsCounted() {
        RouteWindow route = new RouteWindow();

        assertThat(percentile.recordByOne(route)).isPositive();
        assertThat(percentile.recordByTwo(route)).isPositive();
    }

    private static long spansOf(Function<SampledTraces, Span> benchmark) {
        SampledTraces traces = new SampledTraces();
        traces.open();
        long before = CountingExporter.exported();
        Span span = benchmark.apply(traces);
        traces.close();
        assertThat(span.getSpanContext().isValid()).isTrue();
        return CountingExporter.exported() - before;
    }
}
