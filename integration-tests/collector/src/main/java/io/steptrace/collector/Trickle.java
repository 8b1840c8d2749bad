package io.steptrace.collector;

import java.time.Duration;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** An answer that begins well and never ends. */
record Trickle(Duration interval) implements Behaviour {

    private static final Buffer ONE_BYTE = Buffer.buffer(new byte[] { 0 });

    @Override
    public void meet(Exchange exchange) {
        exchange.read(() -> {
            exchange.deliverAllBut(0);
            HttpServerResponse response = exchange.answer(OK).putHeader("Content-Type", PROTOBUF).setChunked(true);
            response.write(ONE_BYTE);
            long timer = exchange.vertx().setPeriodic(interval.toMillis(), tick -> response.write(ONE_BYTE));
            response.closeHandler(gone -> exchange.vertx().cancelTimer(timer));
        });
    }
}
