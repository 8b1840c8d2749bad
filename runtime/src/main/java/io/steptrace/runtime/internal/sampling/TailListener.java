package io.steptrace.runtime.internal.sampling;

/** Learns what the tail decides, before the span processors behind it see the end of the span that was the occasion. */
@FunctionalInterface
public interface TailListener {

    /** For a tail whose decisions are shown nowhere. */
    TailListener NONE = (traceId, reason) -> {
    };

    /**
     * A local trace has been decided on; called again with the same words for its spans that end later.
     *
     * @param reason why it is kept; {@code null} if it is dropped
     */
    void decided(String traceId, String reason);
}
