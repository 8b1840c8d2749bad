package io.steptrace.collector;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.opentelemetry.proto.metrics.v1.Metric;
import io.vertx.core.http.HttpServerRequest;

/** The metrics a collector got so far; it accepts them all, even if it refuses spans. Safe for any thread. */
final class MetricsRecording {

    static final String PATH = "/v1/metrics";

    private final List<Metric> metrics = new CopyOnWriteArrayList<>();

    void serve(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            try {
                metrics.addAll(ExportBody.metrics(body, request.getHeader("Content-Encoding")));
                request.response().end();
            } catch (IOException malformed) {
                request.response().setStatusCode(400).end();
            }
        });
    }

    List<Metric> metrics() {
        return List.copyOf(metrics);
    }
}
