package io.steptrace.runtime.internal.export.encoding;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span as it will stand in a request; the bytes are not to be changed.
 *
 * @param resource what it is a span of
 * @param scope the library that has made it
 * @param bytes the {@code Span} message
 */
public record EncodedSpan(Resource resource, InstrumentationScopeInfo scope, byte[] bytes) {

    /** The record, its array and its place in a queue. */
    private static final int BARE_BYTES = 64;

    public static EncodedSpan of(SpanData span) {
        return new EncodedSpan(span.getResource(), span.getInstrumentationScopeInfo(), SpanEncoder.encoded(span));
    }

    /** How much memory it holds. */
    public long heldBytes() {
        return BARE_BYTES + bytes.length;
    }
}
