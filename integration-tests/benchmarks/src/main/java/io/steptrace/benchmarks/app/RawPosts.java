package io.steptrace.benchmarks.app;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.Unremovable;

/** The same method with a span written by hand, as the manual of OpenTelemetry shows it. */
@ApplicationScoped
@Unremovable
public class RawPosts {

    private final Tracer tracer;

    RawPosts(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A span around next to nothing. */
    public long raw(long id) {
        Span span = tracer.spanBuilder("raw").setAttribute("id", id).startSpan();
        try (Scope ignored = span.makeCurrent()) {
            return id + 1;
        } finally {
            span.end();
        }
    }
}
