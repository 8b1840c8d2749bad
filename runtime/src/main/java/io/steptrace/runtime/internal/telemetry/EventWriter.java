package io.steptrace.runtime.internal.telemetry;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** Where lifecycle events go; thread-safe. */
public interface EventWriter {

    /** How many parks, or retries, of one span are recorded: its own limit of 128 must leave room for the application's. */
    int MAX_OF_ONE_KIND = 32;

    /**
     * Writes one event of a span that has not ended.
     *
     * @param span the span the event belongs to
     * @param name the full name of the event
     * @param epochNanos when the fact happened, in nanoseconds since the Unix epoch
     * @param attributes what is known of it
     */
    void write(Span span, String name, long epochNanos, Attributes attributes);

    /** Whether anything is written at all. */
    default boolean isOn() {
        return true;
    }

    /** Events on the span itself. */
    static EventWriter spanEvents() {
        return (span, name, epochNanos, attributes) -> span.addEvent(name, attributes, epochNanos, TimeUnit.NANOSECONDS);
    }

    /** OpenTelemetry's log-based events, correlated with the span by its context. */
    static EventWriter logs(Logger logger) {
        return (span, name, epochNanos, attributes) -> logger.logRecordBuilder()
                .setContext(Context.root().with(span))
                .setEventName(name)
                .setTimestamp(epochNanos, TimeUnit.NANOSECONDS)
                .setAllAttributes(attributes)
                .emit();
    }

    /** No events; durations are still attributes. */
    static EventWriter none() {
        return new EventWriter() {
            @Override
            public void write(Span span, String name, long epochNanos, Attributes attributes) {
                // attributes only
            }

            @Override
            public boolean isOn() {
                return false;
            }
        };
    }
}
