package io.steptrace.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.ToLongBiFunction;

import io.opentelemetry.api.OpenTelemetry;
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
        // once per call only: a flush right after another one may be answered by the one before
        flush();
        long spans = CountingExporter.exported() - before - (parent == Parent.SAMPLED ? 1 : 0);
        application.stop();
        if (result == 0) {
            throw new IllegalStateException("benchmark: no result - it would measure nothing");
        }
        return spans;
    }

    private static void flush() {
        OpenTelemetrySdk sdk = (OpenTelemetrySdk) Arc.container().instance(OpenTelemetry.class).get();
        sdk.getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
    }
}
