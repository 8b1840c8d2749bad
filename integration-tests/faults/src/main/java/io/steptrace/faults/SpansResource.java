package io.steptrace.faults;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;

/** Makes as many spans as asked for, and says which. */
@Path("/spans/{count}")
public class SpansResource {

    /** The header with the id of the request's own span. */
    static final String ROOT = "Root-Span-Id";

    @Inject
    Tracer tracer;

    /**
     * The id of the request's trace, then the id of each span made under the request's own, one a line. The id of the request's
     * own is in a header.
     *
     * @param bytes of a further attribute of each span made; zero for none
     */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public RestResponse<String> make(@PathParam("count") int count, @RestQuery @DefaultValue("0") int bytes) {
        List<String> lines = new ArrayList<>(count + 1);
        SpanContext root = Span.current().getSpanContext();
        lines.add(root.getTraceId());
        for (int number = 1; number <= count; number++) {
            Span span = tracer.spanBuilder("made").setAttribute("number", number).startSpan();
            if (bytes > 0) {
                span.setAttribute("payload", "x".repeat(bytes));
            }
            span.end();
            lines.add(span.getSpanContext().getSpanId());
        }
        return ResponseBuilder.ok(String.join("\n", lines)).header(ROOT, root.getSpanId()).build();
    }
}
