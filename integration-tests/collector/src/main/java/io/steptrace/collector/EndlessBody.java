package io.steptrace.collector;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** An answer as long as the client cares to read. */
record EndlessBody() implements Behaviour {

    private static final Buffer CHUNK = Buffer.buffer(new byte[16 * 1024]);

    @Override
    public void meet(Exchange exchange) {
        exchange.read(() -> {
            exchange.deliverAllBut(0);
            pump(exchange.vertx(), exchange.answer(OK).putHeader("Content-Type", PROTOBUF).setChunked(true));
        });
    }

    private static void pump(Vertx vertx, HttpServerResponse response) {
        if (response.closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> pump(vertx, response));
        } else {
            response.write(CHUNK);
            // one chunk a turn of the event loop, or it would never hear that the client is gone
            vertx.runOnContext(turn -> pump(vertx, response));
        }
    }
}
