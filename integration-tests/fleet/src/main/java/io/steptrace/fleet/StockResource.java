package io.steptrace.fleet;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** What the second service is asked for. Answers with the {@code traceparent} that it was sent. */
@Path("/stock/{course}")
public class StockResource {

    @Inject
    Stock stock;

    /** @param items each of which is an effect */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String take(@PathParam("course") Course course, @RestQuery int items, @RestHeader String traceparent) {
        stock.take(course, items);
        return traceparent;
    }
}
