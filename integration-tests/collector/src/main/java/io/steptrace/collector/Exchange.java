package io.steptrace.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;

/** One request of a {@link Collector} and what may be done with it; on the event loop only. */
final class Exchange {

    private static final int BAD_REQUEST = 400;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Recording recording;
    private final ReceivedRequest received;

    Exchange(Vertx vertx, HttpServerRequest request, Recording recording) {
        this.vertx = vertx;
        this.request = request;
        this.recording = recording;
        this.received = new ReceivedRequest(request.method().name(), request.path(), request.headers());
        recording.arrived(received);
    }

    Vertx vertx() {
        return vertx;
    }

    /** The length of the body as the head has it; 0 if it does not say. */
    long announcedBytes() {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Reads the whole body, then goes on; a body that is no OTLP is answered with 400. */
    void read(Runnable then) {
        request.body().onSuccess(body -> {
            if (understood(body)) {
                then.run();
            } else {
                answer(BAD_REQUEST).end();
            }
        });
    }

    /** Goes on at the first bytes of the body, of which no more than those are read. */
    void readSome(Runnable then) {
        request.handler(bytes -> {
            request.pause();
            then.run();
        });
    }

    /** Counts the spans as accepted, all but the last so many. */
    void deliverAllBut(long rejected) {
        List<String> spanIds = received.spanIds();
        recording.delivered(spanIds.subList(0, (int) Math.max(0, spanIds.size() - rejected)));
    }

    /** The head of the answer, for the caller to send; recorded before, so that no client sees it earlier than a test. */
    HttpServerResponse answer(int status) {
        received.answered(status);
        return request.response().setStatusCode(status);
    }

    /** Sends the head of an interim answer; written as it is, because the server knows but a few of them. */
    void writeInterim(int status) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.pipeline().firstContext()
                .writeAndFlush(Unpooled.copiedBuffer("HTTP/1.1 " + status + " Interim\r\n\r\n", StandardCharsets.US_ASCII));
    }

    void leaveUnanswered() {
        received.leftUnanswered();
    }

    void reset() {
        received.leftUnanswered();
        LoopbackServer.reset(request.connection());
    }

    private boolean understood(Buffer body) {
        try {
            List<Span> spans = ExportBody.spans(body, request.getHeader("Content-Encoding"));
            received.carried(spans);
            recording.read(spans);
            return true;
        } catch (IOException malformed) {
            return false;
        }
    }
}
