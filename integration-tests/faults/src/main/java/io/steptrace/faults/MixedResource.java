package io.steptrace.faults;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/** Answers at once, slowly or with a failure, as asked, and says in which trace. All of them are one route. */
@Path("/mixed/{kind}")
public class MixedResource {

    /** The header with the id of the request's trace. */
    static final String TRACE = "Trace-Id";

    private static final int PARTS = 4;
    private static final long SLOW_MILLIS = 60;

    @Inject
    Tracer tracer;

    /** @param kind {@code slow}, {@code failing}, or anything else */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public RestResponse<String> answer(@PathParam("kind") String kind) throws InterruptedException {
        for (int part = 1; part <= PARTS; part++) {
            tracer.spanBuilder("part").setAttribute("number", part).startSpan().end();
        }
        if (kind.equals("slow")) {
            Thread.sleep(SLOW_MILLIS);
        }
        Status status = kind.equals("failing") ? Status.INTERNAL_SERVER_ERROR : Status.OK;
        return ResponseBuilder.create(status, kind).header(TRACE, Span.current().getSpanContext().getTraceId()).build();
    }
}
