package io.steptrace.collector.grpc;

import java.util.Base64;

import com.google.rpc.Status;

import io.vertx.core.buffer.Buffer;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerResponse;

/** A call that fails with a status, and with its details if there are any. */
public record GrpcFailure(Status status) implements GrpcBehaviour {

    public static final String DETAILS = "grpc-status-details-bin";

    @Override
    public void meet(GrpcExchange exchange) {
        exchange.read(() -> {
            GrpcServerResponse<Buffer, Buffer> response = exchange.answer(GrpcStatus.valueOf(status.getCode()))
                    .statusMessage(status.getMessage());
            if (status.getDetailsCount() > 0) {
                response.trailers().set(DETAILS, Base64.getEncoder().withoutPadding().encodeToString(status.toByteArray()));
            }
            response.end();
        });
    }
}
