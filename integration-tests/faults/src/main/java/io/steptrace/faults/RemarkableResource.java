package io.steptrace.faults;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.opentelemetry.api.trace.Span;

/**
 * Requests that are worth a look: one that fails, one that is slow, one that repeats what it was sent. The id of the request's
 * span is in a header.
 */
@Path("/remarkable")
public class RemarkableResource {

    @GET
    @Path("/failure")
    public RestResponse<Void> fail() {
        return answer(Status.INTERNAL_SERVER_ERROR);
    }

    @GET
    @Path("/delay/{millis}")
    public RestResponse<Void> delay(@PathParam("millis") long millis) throws InterruptedException {
        Thread.sleep(millis);
        return answer(Status.NO_CONTENT);
    }

    /** Fails as parsers do, with what it could not read. */
    @POST
    @Path("/words")
    public void repeat(String words) {
        throw new IllegalStateException("cannot read " + words, new IllegalArgumentException(words));
    }

    private static RestResponse<Void> answer(Status status) {
        return ResponseBuilder.<Void> create(status)
                .header(SpansResource.ROOT, Span.current().getSpanContext().getSpanId()).build();
    }
}
