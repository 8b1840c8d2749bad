package io.steptrace.dev.answer;

/**
 * A part of a span's time, counted from the begin of the trace.
 *
 * @param kind {@code working}, {@code queue}, {@code park}, {@code call} or {@code unknown}
 * @param cause in the words of the verdict; empty if it was working, or is unknown
 */
public record SpanStretch(String kind, String cause, long beginNanos, long endNanos) {
}
