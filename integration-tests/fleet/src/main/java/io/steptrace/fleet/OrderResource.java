package io.steptrace.fleet;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

/** What the first service is asked for. Answers with what the second has seen of its trace. */
@Path("/orders/{course}")
public class OrderResource {

    @Inject
    Orders orders;

    /** @param items each of which is an effect of the second service */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String place(@PathParam("course") Course course, @RestQuery @DefaultValue("1") int items) {
        return orders.place(course, items);
    }
}
