package io.steptrace.fleet.collectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.NeighbourProcess;
import io.vertx.core.json.JsonObject;

/** Jaeger with its traces in memory, and what its pages ask it. */
public final class Jaeger implements AutoCloseable {

    private static final String CONFIGURATION = """
            extensions:
              jaeger_storage:
                backends:
                  here: {memory: {max_traces: 10000}}
              jaeger_query:
                storage: {traces: here}
                http: {endpoint: "127.0.0.1:%d"}
                grpc: {endpoint: "127.0.0.1:%d"}
            receivers:
              otlp:
                protocols:
                  grpc: {endpoint: "127.0.0.1:%d"}
            exporters:
              jaeger_storage_exporter: {trace_storage: here}
            service:
              extensions: [jaeger_storage, jaeger_query]
              telemetry:
                metrics: {level: none}
                logs: {level: warn}
              pipelines:
                traces: {receivers: [otlp], exporters: [jaeger_storage_exporter]}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int queryPort = LoopbackPort.kept();
    private final int otlpPort = LoopbackPort.kept();
    private final NeighbourProcess process;

    /** Starts it. */
    public Jaeger(Path folder) {
        String program = Installed.orSkip("jaeger");
        try {
            Path configuration = Files.writeString(Files.createDirectories(folder).resolve("jaeger.yaml"),
                    CONFIGURATION.formatted(queryPort, LoopbackPort.kept(), otlpPort));
            process = new NeighbourProcess(List.of(program, "--config", "file:" + configuration), folder, queryPort);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        process.start();
    }

    /** Where it takes OTLP over gRPC. */
    public String address() {
        return NeighbourProcess.HOST + ":" + otlpPort;
    }

    /** The spans of a trace, each as Jaeger shows it; none as long as it has none of them. */
    public List<JsonObject> spans(String traceId) {
        HttpResponse<String> answer = get("/api/traces/" + traceId);
        return answer.statusCode() == 404 ? List.of() : traces(answer).flatMap(trace -> objects(trace, "spans")).toList();
    }

    /** The ids of the traces that have a span of the service with the tag. */
    public List<String> find(String service, String tag, String value) {
        String tags = URLEncoder.encode(new JsonObject().put(tag, value).encode(), StandardCharsets.UTF_8);
        return traces(get("/api/traces?service=" + service + "&limit=1000&lookback=1h&tags=" + tags))
                .map(trace -> trace.getString("traceID")).toList();
    }

    private static Stream<JsonObject> traces(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return objects(new JsonObject(answer.body()), "data");
    }

    private static Stream<JsonObject> objects(JsonObject parent, String key) {
        return parent.getJsonArray(key).stream().map(JsonObject.class::cast);
    }

    private HttpResponse<String> get(String path) {
        URI uri = URI.create("http://" + NeighbourProcess.HOST + ":" + queryPort + path);
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
