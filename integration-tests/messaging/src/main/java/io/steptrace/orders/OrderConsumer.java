package io.steptrace.orders;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;

/** Gets one order after the other from the broker. */
@ApplicationScoped
public class OrderConsumer {

    private final OrderDesk desk;

    OrderConsumer(OrderDesk desk) {
        this.desk = desk;
    }

    @Incoming("orders")
    @Blocking
    void consume(String id) {
        desk.handle(id);
        desk.file(id);
    }
}
