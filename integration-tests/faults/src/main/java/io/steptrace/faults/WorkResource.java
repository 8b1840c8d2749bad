package io.steptrace.faults;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.opentelemetry.api.trace.Span;

/** Requests that do some work. Answers the id of the request's trace. */
@Path("/work")
public class WorkResource {

    @Inject
    Work work;

    @GET
    public String work() {
        work.perform();
        return Span.current().getSpanContext().getTraceId();
    }
}
