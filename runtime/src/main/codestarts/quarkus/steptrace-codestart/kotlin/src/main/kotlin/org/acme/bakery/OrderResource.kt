package org.acme.bakery

import io.smallrye.mutiny.Uni
import jakarta.ws.rs.GET
import jakarta.ws.rs.Path
import jakarta.ws.rs.PathParam

@Path("/orders")
class OrderResource(private val bakery: Bakery) {

    @GET
    @Path("/{bread}")
    fun order(@PathParam("bread") bread: String): Uni<String> = bakery.takeOrder(bread)
}
