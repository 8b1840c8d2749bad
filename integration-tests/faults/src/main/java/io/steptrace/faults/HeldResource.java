package io.steptrace.faults;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Requests that are not answered until all of them are, as streams and slow answers are. */
@Path("/held")
@Singleton
public class HeldResource {

    private final Queue<Held> open = new ConcurrentLinkedQueue<>();

    @Inject
    Tracer tracer;

    /**
     * Holds the request; the id of its span is in a header of the answer.
     *
     * @param spans made at once below its own
     */
    @GET
    @Path("/{spans}")
    public Uni<RestResponse<Void>> hold(@PathParam("spans") int spans) {
        for (int number = 1; number <= spans; number++) {
            tracer.spanBuilder("made").setAttribute("number", number).startSpan().end();
        }
        String root = Span.current().getSpanContext().getSpanId();
        return Uni.createFrom().emitter(answer -> open.add(new Held(root, answer)));
    }

    /** How many are held. */
    @GET
    public int count() {
        return open.size();
    }

    /** Answers all with this status. */
    @DELETE
    @Path("/{status}")
    public void answer(@PathParam("status") int status) {
        for (Held held = open.poll(); held != null; held = open.poll()) {
            held.answer.complete(ResponseBuilder.<Void> create(status).header(SpansResource.ROOT, held.root).build());
        }
    }

    private record Held(String root, UniEmitter<? super RestResponse<Void>> answer) {
    }
}
