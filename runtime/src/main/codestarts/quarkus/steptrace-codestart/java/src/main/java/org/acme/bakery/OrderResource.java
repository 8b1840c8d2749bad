package org.acme.bakery;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("/orders")
public class OrderResource {

    private final Bakery bakery;

    OrderResource(Bakery bakery) {
        this.bakery = bakery;
    }

    @GET
    @Path("/{bread}")
    public Uni<String> order(@PathParam("bread") String bread) throws InterruptedException {
        return bakery.takeOrder(bread);
    }
}
