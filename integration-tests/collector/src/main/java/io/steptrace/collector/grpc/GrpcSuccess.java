package io.steptrace.collector.grpc;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** A call that succeeds, at least in part. */
record GrpcSuccess(ExportTraceServiceResponse response) implements GrpcBehaviour {

    @Override
    public void meet(GrpcExchange exchange) {
        exchange.read(() -> {
            exchange.deliverAllBut(response.getPartialSuccess().getRejectedSpans());
            exchange.answer(response.toByteArray());
        });
    }
}
