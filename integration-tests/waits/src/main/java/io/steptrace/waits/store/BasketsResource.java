package io.steptrace.waits.store;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

/** An endpoint an effect. */
@Path("/baskets")
public class BasketsResource {

    private final Baskets baskets;

    BasketsResource(Baskets baskets) {
        this.baskets = baskets;
    }

    @GET
    @Path("/look")
    public Uni<String> look() {
        return baskets.look();
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
