package io.steptrace.faults;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.vertx.core.Vertx;

/** Requests with as many steps as asked for, or of as many routes, to see how what they cost grows. */
@Path("/growth")
@Produces(MediaType.TEXT_PLAIN)
public class GrowthResource {

    /** Where Quarkus looks for the route of a request when it is answered. */
    private static final String ROUTE = "UrlPathTemplate";

    @Inject
    Work work;

    @GET
    @Path("/steps/{count}")
    public String steps(@PathParam("count") int count) {
        for (int step = 1; step <= count; step++) {
            work.perform();
        }
        return "done";
    }

    /** Each number is a route of its own, as if there were a method for it. */
    @GET
    @Path("/routes/{number}")
    public String route(@PathParam("number") int number) {
        Vertx.currentContext().putLocal(ROUTE, "/growth/routes/" + number);
        work.perform();
        return "done";
    }
}
