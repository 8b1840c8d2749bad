package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.steptrace.runtime.internal.telemetry.DelegatingSpanProcessor;

/**
 * A span processor behind the tail: it sees the start of each span, and the end of those that were sampled at their
 * beginning. The ends of the rest it gets from {@link TailSampler}, once it is decided what they are.
 */
public final class DecidedSpanProcessor extends DelegatingSpanProcessor {

    public DecidedSpanProcessor(SpanProcessor delegate) {
        super(delegate);
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled()) {
            delegate.onEnd(span);
        }
    }
}
