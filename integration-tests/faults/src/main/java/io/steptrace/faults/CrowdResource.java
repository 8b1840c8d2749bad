package io.steptrace.faults;

import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.steptrace.JobRejectedException;

/** Requests that put more work into a queue at once than it has room for. */
@Path("/crowd/{size}")
public class CrowdResource {

    @Inject
    Crowd crowd;

    /** Answers how much of it was refused; the id of the request's span is in a header. */
    @GET
    public Uni<RestResponse<Long>> serve(@PathParam("size") int size) {
        String root = Span.current().getSpanContext().getSpanId();
        return Uni.join().all(IntStream.range(0, size).mapToObj(guest -> served()).toList()).andFailFast()
                .map(served -> served.stream().filter(was -> !was).count())
                .map(refused -> ResponseBuilder.ok(refused).header(SpansResource.ROOT, root).build());
    }

    private Uni<Boolean> served() {
        return crowd.serve().replaceWith(true).onFailure(JobRejectedException.class).recoverWithItem(false);
    }
}
