package io.steptrace.collector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.buffer.Buffer;

/** The body of an export request, read with the official OTLP classes. */
public final class ExportBody {

    private ExportBody() {
    }

    /** @param encoding null for a body as it is */
    public static List<Span> spans(Buffer body, String encoding) throws IOException {
        try (InputStream bytes = decoded(body, encoding)) {
            return ExportTraceServiceRequest.parseFrom(bytes).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .toList();
        }
    }

    /** @param encoding null for a body as it is */
    static List<Metric> metrics(Buffer body, String encoding) throws IOException {
        try (InputStream bytes = decoded(body, encoding)) {
            return ExportMetricsServiceRequest.parseFrom(bytes).getResourceMetricsList().stream()
                    .flatMap(resource -> resource.getScopeMetricsList().stream())
                    .flatMap(scope -> scope.getMetricsList().stream())
                    .toList();
        }
    }

    private static InputStream decoded(Buffer body, String encoding) throws IOException {
        InputStream bytes = new ByteArrayInputStream(body.getBytes());
        return "gzip".equalsIgnoreCase(encoding) ? new GZIPInputStream(bytes) : bytes;
    }
}
