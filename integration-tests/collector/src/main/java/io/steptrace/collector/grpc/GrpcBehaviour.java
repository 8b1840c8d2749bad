package io.steptrace.collector.grpc;

import java.time.Duration;

import com.google.protobuf.Any;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerResponse;

/**
 * What a {@link GrpcCollector} does with one call, after reading it.
 * <p>
 * Spans count as accepted when the status is OK, and after {@link #resetAfterAccepting()}. Immutable.
 */
public interface GrpcBehaviour {

    void meet(GrpcExchange exchange);

    static GrpcBehaviour accept() {
        return new GrpcSuccess(ExportTraceServiceResponse.getDefaultInstance());
    }

    /** OK with a partial success: the last {@code rejected} spans of the call are not accepted. */
    static GrpcBehaviour partialSuccess(long rejected, String message) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        response.getPartialSuccessBuilder().setRejectedSpans(rejected).setErrorMessage(message);
        return new GrpcSuccess(response.build());
    }

    static GrpcBehaviour status(GrpcStatus status, String message) {
        return new GrpcFailure(Status.newBuilder().setCode(status.code).setMessage(message).build());
    }

    /** As {@link #status}, with a message that is sent as it is, although some characters of it ought to be encoded. */
    static GrpcBehaviour statusWithBareMessage(GrpcStatus status, String message) {
        return exchange -> exchange.read(() -> {
            GrpcServerResponse<Buffer, Buffer> response = exchange.answer(status);
            response.trailers().set("grpc-message", message);
            response.end();
        });
    }

    /** RESOURCE_EXHAUSTED with a RetryInfo, which says that a retry is worth while after the delay. */
    static GrpcBehaviour exhausted(Duration retryDelay) {
        RetryInfo.Builder retry = RetryInfo.newBuilder();
        retry.getRetryDelayBuilder().setSeconds(retryDelay.toSeconds()).setNanos(retryDelay.getNano());
        return new GrpcFailure(Status.newBuilder().setCode(GrpcStatus.RESOURCE_EXHAUSTED.code).setMessage("exhausted")
                .addDetails(Any.pack(retry.build())).build());
    }

    /** Accepts calls up to a size; what is larger meets something else. */
    static GrpcBehaviour acceptUpTo(int maxBytes, GrpcBehaviour beyond) {
        return exchange -> (exchange.announcedBytes() > maxBytes ? beyond : accept()).meet(exchange);
    }

    /** Never answers. */
    static GrpcBehaviour stall() {
        return exchange -> exchange.read(exchange::leaveUnanswered);
    }

    /** TCP RST in place of an answer; the spans are not accepted. */
    static GrpcBehaviour reset() {
        return exchange -> exchange.read(exchange::reset);
    }

    /** Accepts the spans, then TCP RST in place of an answer. */
    static GrpcBehaviour resetAfterAccepting() {
        return exchange -> exchange.read(() -> {
            exchange.deliverAllBut(0);
            exchange.reset();
        });
    }
}
