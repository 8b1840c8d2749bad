package io.steptrace.faults;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Begins traces that go on until a request makes them fail, to see what it takes to hold them. */
@Path("/undecided")
@Singleton
public class UndecidedResource {

    private static final int PARTS = 4;

    private final Queue<Span> roots = new ConcurrentLinkedQueue<>();

    @Inject
    Tracer tracer;

    /** Each is as the trace of a request to {@link MixedResource} is right before its end. */
    @POST
    @Path("/{traces}")
    public void begin(@PathParam("traces") int traces) {
        for (int trace = 1; trace <= traces; trace++) {
            Span root = tracer.spanBuilder("undecided").setNoParent().startSpan();
            Context below = Context.root().with(root);
            for (int part = 1; part <= PARTS; part++) {
                tracer.spanBuilder("part").setParent(below).setAttribute("number", part).startSpan().end();
            }
            roots.add(root);
        }
    }

    @DELETE
    public void fail() {
        for (Span root = roots.poll(); root != null; root = roots.poll()) {
            root.setStatus(StatusCode.ERROR).end();
        }
    }
}
