package io.steptrace.traces;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;

/** Returns the traces of work that goes on after its request was answered, or that no request began. */
@Singleton
public class TracedWork {

    private final CollectedTraces traces;

    TracedWork(CollectedTraces traces) {
        this.traces = traces;
    }

    /** The trace of the first span of that name. */
    public LocalTrace of(String span) {
        return traces.awaitTraceWith("a span " + span, finished -> finished.getName().equals(span));
    }

    /** The trace of the first span of that name with that attribute. */
    public LocalTrace of(String span, String key, String value) {
        return traces.awaitTraceWith("a span %s of %s %s".formatted(span, key, value),
                finished -> finished.getName().equals(span)
                        && value.equals(finished.getAttributes().get(AttributeKey.stringKey(key))));
    }
}
