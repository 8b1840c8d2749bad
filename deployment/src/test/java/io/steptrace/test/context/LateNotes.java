package io.steptrace.test.context;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.MDC;

import io.opentelemetry.api.trace.Span;

/** What a line of the log would say of its span, at several places. */
@ApplicationScoped
public class LateNotes {

    private final Map<String, Note> notes = new ConcurrentHashMap<>();

    <T> T take(String place, T passedOn) {
        notes.put(place, new Note((String) MDC.get("traceId"), (String) MDC.get("spanId"), (String) MDC.get("parentId"),
                (String) MDC.get("user"), Span.current().getSpanContext().getSpanId()));
        return passedOn;
    }

    Note of(String place) {
        return notes.get(place);
    }

    void forget() {
        notes.clear();
    }

    /**
     * The entries of the log MDC at a place.
     *
     * @param current the id of the span that is current there
     */
    record Note(String traceId, String spanId, String parentId, String user, String current) {
    }
}
