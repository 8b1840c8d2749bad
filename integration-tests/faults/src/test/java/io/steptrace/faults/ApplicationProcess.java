package io.steptrace.faults;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.steptrace.collector.RecordingServer;
import io.steptrace.packaged.PackagedApplication;

/** This module's application in a process of its own. */
public final class ApplicationProcess extends PackagedApplication {

    private ApplicationProcess(Map<String, String> configuration) {
        super(configuration);
    }

    private ApplicationProcess(String heap, Map<String, String> configuration) {
        super(heap, configuration);
    }

    /** Begins to start it. */
    public static ApplicationProcess with(Map<String, String> configuration) {
        return new ApplicationProcess(configuration);
    }

    /**
     * Begins to start one that exports to the collector.
     *
     * @param more configuration, which goes before that for the collector
     */
    public static ApplicationProcess exporting(RecordingServer<?> collector, String protocol, Map<String, String> more) {
        return exporting(collector.url(), protocol, more);
    }

    /**
     * Begins to start one that exports to a server that is not ours.
     *
     * @param more configuration, which goes before that for the server
     */
    public static ApplicationProcess exporting(String url, String protocol, Map<String, String> more) {
        return with(exportingTo(url, protocol, more));
    }

    /**
     * Begins to start one that exports to the collector, and has so much heap at most.
     *
     * @param heap as in {@code -Xmx80m}
     * @param more configuration, which goes before that for the collector
     */
    public static ApplicationProcess exportingFromHeap(String heap, RecordingServer<?> collector, String protocol,
            Map<String, String> more) {
        return new ApplicationProcess(heap, exportingTo(collector.url(), protocol, more));
    }

    private static Map<String, String> exportingTo(String url, String protocol, Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.otel.exporter.otlp.endpoint", url,
                "quarkus.otel.exporter.otlp.protocol", protocol,
                // a wait that becomes a span would make the numbers of spans a matter of chance
                "quarkus.steptrace.promote.queue-wait", "1h",
                "quarkus.steptrace.promote.park-wait", "1h"));
        configuration.putAll(more);
        return configuration;
    }

    /** Waits until it serves requests. */
    public ApplicationProcess started() {
        url();
        return this;
    }

    /** The ids of so many new spans, made while it served a request, which has a span as well. */
    public List<String> makeSpans(int count) {
        List<String> lines = get("/spans/" + count).then().statusCode(200).extract().asString().lines().toList();
        return lines.subList(1, lines.size());
    }

    /**
     * The ids of all new spans of a request: that of the request and of so many made while it was served.
     *
     * @param bytes of an attribute of each span made
     */
    public List<String> makeTrace(int count, int bytes) {
        Response answer = get("/spans/" + count + "?bytes=" + bytes).then().statusCode(200).extract().response();
        List<String> spanIds = new ArrayList<>(answer.asString().lines().skip(1).toList());
        spanIds.add(answer.header(SpansResource.ROOT));
        return spanIds;
    }

    /** The id of the span of a request with that answer. */
    public String spanOfRequest(String path, int status) {
        return get(path).then().statusCode(status).extract().header(SpansResource.ROOT);
    }

    /** Waits until an entry of its health check has this value. */
    public void awaitHealth(String name, Object value) {
        await(name).atMost(PATIENCE).until(() -> health(name), equalTo(value));
    }

    /** An entry of its health check. */
    public Object health(String name) {
        return get("/q/health/well").then().statusCode(200).extract()
                .path("checks.find { it.name == 'Steptrace export' }.data.'" + name + "'");
    }

    /** The id of the trace of a request that has done some work. */
    public String traceOfWork() {
        return get("/work").then().statusCode(200).extract().asString();
    }

    private Response get(String path) {
        return RestAssured.get(url() + path);
    }
}
