package io.steptrace.dev.answer;

import java.util.List;

/**
 * A finished local trace in a list.
 *
 * @param id by which it is asked for: the trace id, and where there are more local traces of one, with a number behind it
 * @param name of its first root, or of its first span where that has not ended; without what all requests begin with
 * @param status the HTTP status; else {@code ERROR}, or empty
 * @param beganMillis when its first span began
 * @param lengthNanos of the same, the sum of working, unknown and the waits
 * @param waits what the waiting was for, the longest first; the last one may stand for the rest
 * @param spans how many are shown
 * @param complete whether no span is missing, be it because it has not ended or found no room
 */
public record TraceLine(String id, String traceId, String name, String status, boolean error, long beganMillis,
        long lengthNanos,
        long workingNanos, long unknownNanos, List<Wait> waits, int spans, boolean complete) {

    /** The same, by another id. */
    public TraceLine withId(String anotherId) {
        return new TraceLine(anotherId, traceId, name, status, error, beganMillis, lengthNanos, workingNanos, unknownNanos,
                waits, spans, complete);
    }
}
