package io.steptrace.runtime.internal.export.spool;

/**
 * How much a spool holds at most; whichever limit is reached first counts.
 *
 * @param maxSpans spans, at least 1
 * @param maxBytes bytes, at least 1
 */
public record SpoolLimits(long maxSpans, long maxBytes) {

    /** Whether so much is within both. */
    public boolean hold(long spans, long bytes) {
        return spans <= maxSpans && bytes <= maxBytes;
    }
}
