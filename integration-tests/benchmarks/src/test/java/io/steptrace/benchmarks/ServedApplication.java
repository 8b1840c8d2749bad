package io.steptrace.benchmarks;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import java.util.function.ToLongBiFunction;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.quarkus.arc.Arc;
import io.steptrace.benchmarks.app.CountingExporter;
import io.steptrace.benchmarks.state.Parent;
import io.steptrace.benchmarks.state.Request;
import io.steptrace.benchmarks.state.RunningApplication;

/** Calls a benchmark the way JMH does, once. */
final class ServedApplication {

    private ServedApplication() {
    }

    /** How many spans one call exports, its parent not counted. */
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
     * the
     * SDK's batch processor may answer it with the end of the one before.
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
