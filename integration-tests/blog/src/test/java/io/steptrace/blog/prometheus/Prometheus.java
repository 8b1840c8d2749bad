package io.steptrace.blog.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.NeighbourProcess;

/** A server of Prometheus that takes metrics over OTLP, and evaluates alert rules each second. */
final class Prometheus implements AutoCloseable {

    private static final String CONFIGURATION = """
            global: {evaluation_interval: 1s}
            rule_files: [rules.yml]
            """;

    private final int port = LoopbackPort.kept();
    private final NeighbourProcess process;

    private Prometheus(String program, Path folder, String rules) {
        try {
            Files.writeString(folder.resolve("prometheus.yml"), CONFIGURATION);
            Files.writeString(folder.resolve("rules.yml"), rules);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        process = new NeighbourProcess(List.of(program, "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=" + NeighbourProcess.HOST + ":" + port,
                "--web.enable-otlp-receiver", "--enable-feature=exemplar-storage"), folder, port);
    }

    /** Starts one. */
    static Prometheus started(String program, Path folder, String rules) {
        Prometheus server = new Prometheus(program, folder, rules);
        server.process.start();
        System.out.println("Tested with Prometheus " + server.get("/status/buildinfo", Map.of()).getString("data.version"));
        return server;
    }

    /** Where it takes metrics, for an exporter that adds {@code /v1/metrics}. */
    String otlpEndpoint() {
        return url() + "/otlp";
    }

    /** The values of a query, one for each series. */
    List<Double> query(String query) {
        return get("/query", Map.of("query", query)).<String> getList("data.result.value.collect { it[1] }").stream()
                .map(value -> value.replace("Inf", "Infinity")).map(Double::valueOf).toList();
    }

    /** The values that a label has in the series that match. */
    List<String> labelValues(String label, String match) {
        return get("/label/" + label + "/values", Map.of("match[]", match)).getList("data");
    }

    /** The ids of the traces that are examples of a series. */
    List<String> exampleTraceIds(String query) {
        return get("/query_exemplars", Map.of("query", query, "start", Instant.now().minusSeconds(600).getEpochSecond(),
                "end", Instant.now().plusSeconds(1).getEpochSecond())).getList("data.exemplars.flatten().labels.trace_id");
    }

    /** Its rules: the name, the state, the health and the labels of the alerts of each. */
    List<Map<String, Object>> rules() {
        return get("/rules", Map.of()).getList("data.groups.rules.flatten()");
    }

    @Override
    public void close() {
        process.close();
    }

    private JsonPath get(String path, Map<String, ?> parameters) {
        return RestAssured.given().queryParams(parameters).get(url() + path).then().statusCode(200).extract().jsonPath();
    }

    private String url() {
        return "http://" + NeighbourProcess.HOST + ":" + port + "/api/v1";
    }
}
