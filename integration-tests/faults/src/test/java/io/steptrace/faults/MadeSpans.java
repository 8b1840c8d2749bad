package io.steptrace.faults;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/** Spans made on purpose, and no other spans: without a request there is no span of a request. */
public final class MadeSpans {

    private MadeSpans() {
    }

    /** The ids of so many new spans, all ended. */
    public static List<String> by(Tracer tracer, int count) {
        List<String> ids = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            Span span = tracer.spanBuilder("made").setAttribute("number", number).startSpan();
            span.end();
            ids.add(span.getSpanContext().getSpanId());
        }
        return ids;
    }
}
