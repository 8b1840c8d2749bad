package io.steptrace.runtime.internal.metrics;

import java.util.Map;

import io.opentelemetry.api.common.Attributes;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/** The attributes of the series about one exporter, as the semantic conventions for SDK metrics have them. */
public final class ExportSeries {

    private static final Map<String, String> TYPES = Map.of("grpc", "otlp_grpc_span_exporter", "http/protobuf",
            "otlp_http_span_exporter");

    private static final String PROCESSOR = "batching_span_processor";

    /** Those of the queue in front of the exporter. */
    public static final Attributes QUEUE = Attributes.of(AttributeKeys.OTEL_COMPONENT_TYPE, PROCESSOR,
            AttributeKeys.OTEL_COMPONENT_NAME, PROCESSOR + "/0");

    private final Attributes common;

    /**
     * The series of the exporter to a collector.
     *
     * @param protocol {@code grpc} or {@code http/protobuf}
     */
    public ExportSeries(String protocol, String address, int port) {
        String type = TYPES.get(protocol);
        this.common = Attributes.of(AttributeKeys.OTEL_COMPONENT_TYPE, type, AttributeKeys.OTEL_COMPONENT_NAME, type + "/0",
                AttributeKeys.SERVER_ADDRESS, address, AttributeKeys.SERVER_PORT,
                (long) port);
    }

    /** What concerns the exporter as a whole, or was successful. */
    public Attributes common() {
        return common;
    }

    /** What was lost for a reason. */
    public Attributes lost(String reason) {
        return common.toBuilder().put(AttributeKeys.ERROR_TYPE, reason).build();
    }
}
