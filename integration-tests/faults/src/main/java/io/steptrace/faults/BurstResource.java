package io.steptrace.faults;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.opentelemetry.api.trace.Tracer;

/** Makes as many spans as asked for and keeps no account of them, to see how fast they can be exported. */
@Path("/burst/{count}")
public class BurstResource {

    @Inject
    Tracer tracer;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String make(@PathParam("count") int count) {
        for (int number = 1; number <= count; number++) {
            tracer.spanBuilder("made").setAttribute("number", number).startSpan().end();
        }
        return "done";
    }
}
