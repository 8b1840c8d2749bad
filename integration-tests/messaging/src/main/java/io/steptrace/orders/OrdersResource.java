package io.steptrace.orders;

import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Takes orders, and answers when the broker has them. */
@Path("orders")
public class OrdersResource {

    private final Emitter<String> orders;

    OrdersResource(@Channel("orders-out") Emitter<String> orders) {
        this.orders = orders;
    }

    @POST
    @Path("{id}")
    public CompletionStage<Void> order(@PathParam("id") String id) {
        return orders.send(id);
    }
}
