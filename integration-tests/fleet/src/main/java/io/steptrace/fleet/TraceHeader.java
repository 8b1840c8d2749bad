package io.steptrace.fleet;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;

/** Says in each answer, failures included, which trace it belongs to. */
@Singleton
public class TraceHeader {

    /** The header with the id of the trace. */
    public static final String NAME = "Trace-Id";

    private static final int BEFORE_ALL_OTHERS = 1000;

    void register(@Observes Filters filters) {
        filters.register(request -> {
            request.response().putHeader(NAME, Span.current().getSpanContext().getTraceId());
            request.next();
        }, BEFORE_ALL_OTHERS);
    }
}
