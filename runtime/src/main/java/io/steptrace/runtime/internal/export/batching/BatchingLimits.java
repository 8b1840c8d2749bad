package io.steptrace.runtime.internal.export.batching;

import java.time.Duration;

/**
 * How spans become batches, and how many wait for that at most.
 *
 * @param delay an incomplete batch does not wait longer, at least zero
 * @param batchSpans spans that make a batch, at least 1
 * @param batchBytes bytes that make a batch
 * @param queueSpans spans that wait, at least 1; rounded up to a power of two
 * @param queueBytes of all spans that wait, as they are encoded
 * @param exportTimeout how long a batch waits for an exporter that has not finished with the one before
 */
public record BatchingLimits(Duration delay, int batchSpans, long batchBytes, int queueSpans, long queueBytes,
        Duration exportTimeout) {
}
