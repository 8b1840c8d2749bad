package io.steptrace.collector;

import java.time.Duration;

/** An answer in good health that takes its time. */
record Delayed(Duration delay) implements Behaviour {

    @Override
    public void meet(Exchange exchange) {
        exchange.read(() -> exchange.vertx().setTimer(delay.toMillis(), late -> {
            exchange.deliverAllBut(0);
            exchange.answer(OK).putHeader("Content-Type", PROTOBUF).end();
        }));
    }
}
