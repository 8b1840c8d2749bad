package io.steptrace.test.internal.drawing;

import java.util.List;
import java.util.regex.Pattern;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span in a drawing, and what is drawn below it; immutable.
 *
 * @param lines of the span itself: what it is, and possibly an event a line
 * @param span null where the drawing was read from a text
 */
record Branch(List<String> lines, SpanData span, List<Branch> children) {

    /** What a line says after the name of the span. */
    private static final Pattern NOTES = Pattern.compile("(?: (?:UNSET|OK|ERROR))?(?: [{\\[].*)?$");

    /** Whether this span had ended when the other one began. */
    boolean precedes(Branch other) {
        return other.span.getStartEpochNanos() >= span.getEndEpochNanos();
    }

    boolean looksLike(Branch other) {
        return lines.equals(other.lines) && children.size() == other.children.size();
    }

    /** Whether it is the same sort of span, whatever happened in it. */
    boolean isNamedLike(Branch other) {
        return name().equals(other.name());
    }

    private String name() {
        return NOTES.matcher(lines.get(0)).replaceFirst("");
    }

    /** The same with these children. */
    Branch with(List<Branch> others) {
        return new Branch(lines, span, others);
    }

    boolean isDrawnLike(Branch other) {
        if (!looksLike(other)) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).isDrawnLike(other.children.get(i))) {
                return false;
            }
        }
        return true;
    }
}
