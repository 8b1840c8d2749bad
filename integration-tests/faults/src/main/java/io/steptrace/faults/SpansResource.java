package io.steptrace.faults;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/** Makes as many spans as asked for, and says which. */
@Path("/spans/{count}")
public class SpansResource {

    @Inject
    Tracer tracer;

    /** The id of the request's trace, then the id of each span made under the request's own, one a line. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String make(@PathParam("count") int count) {
        List<String> lines = new ArrayList<>(count + 1);
        lines.add(Span.current().getSpanContext().getTraceId());
        for (int number = 1; number <= count; number++) {
            Span span = tracer.spanBuilder("made").setAttribute("number", number).startSpan();
            span.end();
            lines.add(span.getSpanContext().getSpanId());
        }
        return String.join("\n", lines);
    }
}
