package io.steptrace.runtime.internal.trace;

import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * The first root of a local trace, which is waited for.
 *
 * @param span the root, which has not ended
 * @param ageNanos since it has been here: it may have waited elsewhere before, and its span have begun then
 */
public record OpenRoot(ReadableSpan span, long ageNanos) {
}
