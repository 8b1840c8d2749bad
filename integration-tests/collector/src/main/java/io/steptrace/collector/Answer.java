package io.steptrace.collector;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** An answer sent as a whole. */
record Answer(int status, Map<String, String> headers, Buffer body, long rejected) implements Behaviour {

    @Override
    public void meet(Exchange exchange) {
        exchange.read(() -> {
            if (status == OK) {
                exchange.deliverAllBut(rejected);
            }
            HttpServerResponse response = exchange.answer(status);
            headers.forEach(response::putHeader);
            response.end(body);
        });
    }
}
