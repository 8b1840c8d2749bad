package io.steptrace.collector.grpc;

import java.io.IOException;
import java.util.List;

import io.opentelemetry.proto.trace.v1.Span;
import io.steptrace.collector.ExportBody;
import io.steptrace.collector.LoopbackServer;
import io.steptrace.collector.ReceivedRequest;
import io.steptrace.collector.Recording;
import io.vertx.core.buffer.Buffer;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerRequest;
import io.vertx.grpc.server.GrpcServerResponse;

/** One call of a {@link GrpcCollector} and what may be done with it; on the event loop only. */
final class GrpcExchange {

    private final GrpcServerRequest<Buffer, Buffer> call;
    private final Recording recording;
    private final ReceivedRequest received;

    GrpcExchange(GrpcServerRequest<Buffer, Buffer> call, Recording recording) {
        this.call = call;
        this.recording = recording;
        this.received = new ReceivedRequest("POST", "/" + call.fullMethodName(), call.headers());
        recording.arrived(received);
    }

    /** The length of the message and its prefix as the head has it; 0 if it does not say. */
    long announcedBytes() {
        String length = call.headers().get("content-length");
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Reads the message, then goes on; one that is no OTLP is answered with INVALID_ARGUMENT. */
    void read(Runnable then) {
        call.last().onSuccess(message -> {
            if (understood(message)) {
                then.run();
            } else {
                answer(GrpcStatus.INVALID_ARGUMENT).end();
            }
        });
    }

    /** Counts the spans as accepted, all but the last so many. */
    void deliverAllBut(long rejected) {
        List<String> spanIds = received.spanIds();
        recording.delivered(spanIds.subList(0, (int) Math.max(0, spanIds.size() - rejected)));
    }

    /** The answer, for the caller to send; recorded before, so that no client sees it earlier than a test. */
    GrpcServerResponse<Buffer, Buffer> answer(GrpcStatus status) {
        received.answered(status.code);
        return call.response().status(status);
    }

    /** A message in answer, compressed if the call was: so do servers in Go. */
    void answer(byte[] message) {
        GrpcServerResponse<Buffer, Buffer> answer = answer(GrpcStatus.OK);
        // Vert.x reads no message that is compressed and empty
        if (message.length > 0) {
            answer.encoding(call.encoding());
        }
        answer.end(Buffer.buffer(message));
    }

    void leaveUnanswered() {
        received.leftUnanswered();
    }

    void reset() {
        received.leftUnanswered();
        LoopbackServer.reset(call.connection());
    }

    private boolean understood(Buffer message) {
        try {
            // the message is already what it was before gRPC compressed it
            List<Span> spans = ExportBody.spans(message, null);
            received.carried(spans);
            recording.read(spans);
            return true;
        } catch (IOException malformed) {
            return false;
        }
    }
}
