package io.steptrace.faults;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.opentelemetry.api.trace.Span;

/** Answers that take a slow client long to read. */
@Path("/large/{kilobytes}")
public class LargeResource {

    /** The id of the request's span is in a header. */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public RestResponse<byte[]> answer(@PathParam("kilobytes") int kilobytes) {
        return ResponseBuilder.ok(new byte[kilobytes * 1024])
                .header(SpansResource.ROOT, Span.current().getSpanContext().getSpanId()).build();
    }
}
