package io.steptrace.faults.metrics;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** The metrics of the packaged application, as they arrive at a collector. */
@Execution(ExecutionMode.CONCURRENT)
class MetricsIT {

    private static final int SPANS = 10;

    private final Collector collector = Collector.listening();

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @Test
    void leadFromTheDurationOfAStepToATrace() {
        Figures steps = figures("steptrace.step.duration", "step.name", "work");
        try (ApplicationProcess application = started(Map.of())) {
            List<String> traceIds = List.of(application.traceOfWork(), application.traceOfWork());

            steps.awaitFigure(count -> count == traceIds.size());
            await().atMost(Duration.ofSeconds(20)).until(() -> steps.exampleTraceIds().anyMatch(traceIds::contains));
        }
    }

    @Test
    void countTheWorkOfTracesThatAreNotKept() {
        try (ApplicationProcess application = started(Map.of("quarkus.steptrace.sampler", "head:0,tail:error"))) {
            application.traceOfWork();
            application.traceOfWork();
            application.spanOfRequest("/remarkable/failure", 500);

            figures("steptrace.step.duration", "step.name", "work").awaitFigure(count -> count == 2);
            figures("steptrace.sampling.dropped", "reason", "unremarkable").awaitFigure(count -> count == 2);
            figures("steptrace.sampling.kept", "reason", "error").awaitFigure(count -> count == 1);
        }
    }

    @Test
    void countWhatBecomesOfSpansWhileTheCollectorIsDown() {
        String type = "otel.component.type";
        String exporter = "otlp_http_span_exporter";
        collector.always(Behaviour.status(503));
        try (ApplicationProcess application = started(Map.of(
                "quarkus.steptrace.export.retry.initial-interval", "20ms",
                "quarkus.steptrace.export.retry.max-interval", "100ms",
                "quarkus.steptrace.export.circuit-breaker.reset-timeout", "1s"))) {
            List<String> made = application.makeSpans(SPANS);

            figures("steptrace.export.breaker.state", type, exporter).awaitFigure(state -> state == 2);
            figures("steptrace.export.spooled", type, exporter).awaitFigure(count -> count >= SPANS);
            figures("steptrace.export.retries", type, exporter).awaitFigure(count -> count >= 4);

            collector.always(Behaviour.accept());
            collector.awaitSpans(made);

            figures("steptrace.export.breaker.state", type, exporter).awaitFigure(state -> state == 0);
            figures("steptrace.export.spooled", type, exporter).awaitFigure(count -> count == 0);
            figures("otel.sdk.exporter.span.exported", type, exporter).awaitFigure(count -> count >= SPANS);
            figures("otel.sdk.exporter.span.inflight", type, exporter).awaitFigure(count -> count == 0);
        }
    }

    private ApplicationProcess started(Map<String, String> configuration) {
        Map<String, String> hurried = new HashMap<>(configuration);
        hurried.put("quarkus.otel.metric.export.interval", "100ms");
        return ApplicationProcess.exporting(collector, "http/protobuf", hurried).started();
    }

    private Figures figures(String metric, String key, String value) {
        return new Figures(collector, metric, key, value);
    }
}
