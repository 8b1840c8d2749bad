package io.steptrace.runtime.internal.export;

/**
 * Spans that have ended and wait to become a batch.
 *
 * @param spans how many wait
 * @param capacity how many may; 0 if there is no queue
 * @param processed how many have been handed to the exporter since the start
 */
public record QueueFill(int spans, int capacity, long processed) {

    /** Each span is a batch of its own, or none is exported. */
    public static final QueueFill NONE = new QueueFill(0, 0, 0);
}
