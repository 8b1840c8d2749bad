package io.steptrace.runtime.internal.export.batching;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span that waits.
 *
 * @param span as it ended
 * @param bytes its estimated size in memory
 */
record QueuedSpan(SpanData span, long bytes) {
}
