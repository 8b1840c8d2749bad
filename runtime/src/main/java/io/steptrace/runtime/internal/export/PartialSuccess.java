package io.steptrace.runtime.internal.export;

/**
 * What a collector says of a batch it accepted, in the sense of the partial success of OTLP.
 *
 * @param rejectedSpans how many of the spans it rejected all the same, at least 0
 * @param message what it has to say, bounded and printable; null for nothing
 */
public record PartialSuccess(long rejectedSpans, String message) {

    /** Everything accepted, nothing to say. */
    public static final PartialSuccess ACCEPTED = new PartialSuccess(0, null);
}
