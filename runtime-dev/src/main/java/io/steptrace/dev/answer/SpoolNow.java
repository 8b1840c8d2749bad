package io.steptrace.dev.answer;

/**
 * What waits to be delivered to the collector.
 *
 * @param heldIn {@code memory}, {@code disk} or {@code none}
 * @param maxBytes null if it follows the heap
 * @param dropped how many spans were lost since the start
 */
public record SpoolNow(String heldIn, long spans, long maxSpans, long bytes, Long maxBytes, long dropped) {
}
