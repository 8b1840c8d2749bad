package io.steptrace.runtime.internal.span;

import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/** The attributes of the series about one exporter, as the semantic conventions for SDK metrics have them. */
public final class ExportSeries {

    private static final AttributeKey<String> COMPONENT_TYPE = AttributeKey.stringKey("otel.component.type");
    private static final AttributeKey<String> COMPONENT_NAME = AttributeKey.stringKey("otel.component.name");
    private static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private static final Map<String, String> TYPES = Map.of("grpc", "otlp_grpc_span_exporter", "http/protobuf",
            "otlp_http_span_exporter");

    private static final String PROCESSOR = "batching_span_processor";

    /** Those of the queue in front of the exporter. */
    public static final Attributes QUEUE = Attributes.of(COMPONENT_TYPE, PROCESSOR, COMPONENT_NAME, PROCESSOR + "/0");

    private final Attributes common;

    /**
     * The series of the exporter to a collector.
     *
     * @param protocol {@code grpc} or {@code http/protobuf}
     */
    public ExportSeries(String protocol, String address, int port) {
        String type = TYPES.get(protocol);
        this.common = Attributes.of(COMPONENT_TYPE, type, COMPONENT_NAME, type + "/0", SERVER_ADDRESS, address, SERVER_PORT,
                (long) port);
    }

    /** What concerns the exporter as a whole, or was successful. */
    public Attributes common() {
        return common;
    }

    /** What was lost for a reason. */
    public Attributes lost(String reason) {
        return common.toBuilder().put(ERROR_TYPE, reason).build();
    }
}
