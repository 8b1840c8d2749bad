package io.steptrace.runtime.internal.export.otlp;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import io.steptrace.runtime.internal.export.otlp.connection.LikelyMistake;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.grpc.common.GrpcStatus;

/**
 * OTLP/gRPC as unary calls on the HTTP client, not on a gRPC client: what is compressed is sent as it lies in the spool, and an
 * answer is read with the same bounds as over HTTP. Specifications: "OTLP/gRPC", and "gRPC over HTTP2".
 */
final class Grpc implements OtlpProtocol {

    private static final String PATH = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private static final String CONTENT_TYPE = "application/grpc";

    /** OTLP specification, "Failures"; exhausted resources only if the collector says when to come back. */
    private static final Set<GrpcStatus> RETRYABLE = Set.of(GrpcStatus.CANCELLED, GrpcStatus.DEADLINE_EXCEEDED,
            GrpcStatus.ABORTED,
            GrpcStatus.OUT_OF_RANGE, GrpcStatus.UNAVAILABLE, GrpcStatus.DATA_LOSS);

    /** What servers answer to a message that is longer than they take; the one in Rust the second. */
    private static final Set<GrpcStatus> OUT_OF_BOUNDS = Set.of(GrpcStatus.RESOURCE_EXHAUSTED, GrpcStatus.OUT_OF_RANGE);

    /** Who sends may not, or not this: the configuration has to be mended. */
    private static final Set<GrpcStatus> UNAUTHORIZED = Set.of(GrpcStatus.UNAUTHENTICATED, GrpcStatus.PERMISSION_DENIED);

    private final UnaryOperator<String> readable;

    Grpc(UnaryOperator<String> readable) {
        this.readable = readable;
    }

    @Override
    public void configure(HttpClientOptions options) {
        options.setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
    }

    @Override
    public String path(URI endpoint) {
        return PATH;
    }

    @Override
    public void addHeaders(MultiMap headers, Batch batch) {
        headers.set(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        headers.set("te", "trailers");
        if (batch.gzipped()) {
            headers.set("grpc-encoding", "gzip");
        }
    }

    @Override
    public Buffer body(Batch batch) {
        return BodyBuffer.of(GrpcMessage.prefix(batch.gzipped(), batch.body().length), batch.body());
    }

    @Override
    public PartialSuccess read(HttpAnswer received) throws ExportFailure {
        boolean hasStatus = received.trailer(HttpAnswer.GRPC_STATUS) != null;
        // behind an interim answer Vert.x 4.5 hides the status of the final one, but not its trailers
        if (received.status() != 200 && !(hasStatus && received.status() / 100 == 1)) {
            throw HttpRefusal.of(received, readable);
        } else if (!hasStatus && !received.contentType().startsWith(CONTENT_TYPE)) {
            throw ExportFailure.misconfigured(GrpcStatus.UNKNOWN.name(), readable.apply("an answer of type '"
                    + received.contentType() + "', which is not that of a gRPC server"));
        }
        GrpcStatus status = status(received);
        if (status != GrpcStatus.OK) {
            throw failure(status, received);
        }
        return OtlpResponses.partialSuccess(GrpcMessage.of(received.body()), readable);
    }

    private ExportFailure failure(GrpcStatus status, HttpAnswer received) {
        String words = readable.apply(PercentText.decoded(received.trailer("grpc-message")));
        String message = "gRPC status " + status.name() + (words == null ? "" : ": " + words);
        Duration retryDelay = retryDelay(received);
        if (retryDelay == null && OUT_OF_BOUNDS.contains(status) && SizeRefusal.areIn(message)) {
            return ExportFailure.tooLarge(status.name(), message);
        } else if (UNAUTHORIZED.contains(status)) {
            return ExportFailure.misconfigured(status.name(), message + " - see " + LikelyMistake.KEYS + "headers");
        }
        boolean isRetryable = RETRYABLE.contains(status) || status == GrpcStatus.RESOURCE_EXHAUSTED && retryDelay != null;
        return isRetryable ? ExportFailure.transientOne(status.name(), retryDelay, message)
                : ExportFailure.permanent(status.name(), message);
    }

    private static GrpcStatus status(HttpAnswer received) {
        String code = received.trailer(HttpAnswer.GRPC_STATUS);
        try {
            GrpcStatus status = code == null ? null : GrpcStatus.valueOf(Integer.parseInt(code.trim()));
            return status == null ? GrpcStatus.UNKNOWN : status;
        } catch (NumberFormatException e) {
            return GrpcStatus.UNKNOWN;
        }
    }

    private static Duration retryDelay(HttpAnswer received) {
        String details = received.trailer("grpc-status-details-bin");
        try {
            return details == null ? null : OtlpResponses.status(Base64.getDecoder().decode(details.trim())).retryDelay();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
