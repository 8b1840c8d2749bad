package io.steptrace.blog;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;
import io.steptrace.blog.promotion.LongWaitsPromoted;
import io.steptrace.collector.Collector;
import io.steptrace.packaged.FreePort;
import io.steptrace.packaged.PackagedApplication;
import io.steptrace.traces.ExportedTraces;

/** The same traces from the packaged application, as they arrive at a collector. */
class GoldenTracesIT extends GoldenTracesContract {

    private static final int PORT = FreePort.found();
    private static final ExportedTraces TRACES = new ExportedTraces();

    /** When it began, how long it took, and what it was. */
    private static final Pattern LINE_OF_A_STEP = Pattern
            .compile(" +\\+\\d+\\.\\d\\d +\\d+\\.\\d\\d ms .* step\\.render_page.*");

    private static Collector collector;
    private static PackagedApplication application;

    @BeforeAll
    static void start() throws Exception {
        collector = Collector.listening();
        collector.onSpan(TRACES);
        Map<String, String> configuration = new HashMap<>(new LongWaitsPromoted().getConfigOverrides());
        configuration.put("quarkus.http.port", String.valueOf(PORT));
        configuration.put("quarkus.otel.exporter.otlp.endpoint", collector.url());
        configuration.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        configuration.put("quarkus.otel.bsp.schedule.delay", "100ms");
        configuration.put("quarkus.steptrace.console", "true");
        application = PackagedApplication.with(configuration);
        application.url();
        RestAssured.port = PORT;
        // the first requests wait for threads and classes, which is not what these traces are about
        TRACES.concurrentCalls().get("/posts/1");
    }

    @AfterAll
    static void stop() {
        application.close();
        collector.close();
        RestAssured.reset();
    }

    GoldenTracesIT() {
        RestAssured.port = PORT;
        calls = TRACES.calls();
        concurrentCalls = TRACES.concurrentCalls();
    }

    @Test
    void printsEachTraceOnTheConsole() {
        calls.get("/posts/1");

        await().until(() -> application.lines().stream().anyMatch(LINE_OF_A_STEP.asMatchPredicate()));
    }
}
