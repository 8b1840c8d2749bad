package io.steptrace.runtime.internal.export.batching;

import java.util.List;
import java.util.function.BiConsumer;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Estimates how much memory a span holds, from the lengths of its texts: they are what can be large. One for each span, used by
 * one thread.
 */
final class SpanWeight implements BiConsumer<Object, Object> {

    /** A span of the SDK without attributes, its context and its place in the queue. */
    private static final int BARE_SPAN_BYTES = 600;

    /** An event or a link without attributes. */
    private static final int BARE_PART_BYTES = 100;

    /** A value that is no text, with its entry in the map. */
    private static final int ENTRY_BYTES = 50;

    private static final int SHORT_TEXT = 256;

    private static final int LATIN_1 = 0xFF;

    private long bytes = BARE_SPAN_BYTES;

    private SpanWeight() {
    }

    static long of(SpanData span) {
        SpanWeight weight = new SpanWeight();
        weight.addText(span.getName());
        weight.addText(span.getStatus().getDescription());
        span.getAttributes().forEach(weight);
        for (EventData event : span.getEvents()) {
            weight.bytes += BARE_PART_BYTES;
            weight.addText(event.getName());
            // those of an exception are its class, its message and its stack trace
            event.getAttributes().forEach(weight);
        }
        for (LinkData link : span.getLinks()) {
            weight.bytes += BARE_PART_BYTES;
            link.getAttributes().forEach(weight);
        }
        return weight.bytes;
    }

    @Override
    public void accept(Object key, Object value) {
        bytes += ENTRY_BYTES;
        if (value instanceof String text) {
            addText(text);
        } else if (value instanceof List<?> values) {
            values.forEach(this::addElement);
        }
    }

    private void addElement(Object element) {
        bytes += Long.BYTES;
        if (element instanceof String text) {
            bytes += ENTRY_BYTES;
            addText(text);
        }
    }

    /** One byte a character, or two if it looks like it: to look at all of them would cost more than it is worth. */
    private void addText(String text) {
        int length = text.length();
        bytes += length > SHORT_TEXT && looksWide(text, length) ? 2L * length : length;
    }

    private static boolean looksWide(String text, int length) {
        return text.charAt(0) > LATIN_1 || text.charAt(length / 2) > LATIN_1 || text.charAt(length - 1) > LATIN_1;
    }
}
