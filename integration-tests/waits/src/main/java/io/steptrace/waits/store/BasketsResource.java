package io.steptrace.waits.store;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint an effect. */
@Path("/baskets")
public class BasketsResource {

    private final Baskets baskets;

    BasketsResource(Baskets baskets) {
        this.baskets = baskets;
    }

    @GET
    @Path("/take")
    public void take() {
        baskets.take();
    }

    @GET
    @Path("/put")
    public void put() {
        baskets.put();
    }
}
