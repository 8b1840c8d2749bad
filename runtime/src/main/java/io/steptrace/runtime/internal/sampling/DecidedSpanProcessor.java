package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * A span processor behind the tail: it sees the start of each span, and the end of those that were sampled at their
 * beginning. The ends of all others it gets from {@link TailSamplingSpanProcessor}, once it is decided what they are.
 */
public final class DecidedSpanProcessor implements SpanProcessor {

    private final SpanProcessor delegate;

    public DecidedSpanProcessor(SpanProcessor delegate) {
        this.delegate = delegate;
    }

    @Override
    public boolean isStartRequired() {
        return delegate.isStartRequired();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        delegate.onStart(parent, span);
    }

    @Override
    public boolean isEndRequired() {
        return delegate.isEndRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled()) {
            delegate.onEnd(span);
        }
    }

    @Override
    public CompletableResultCode forceFlush() {
        return delegate.forceFlush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return delegate.shutdown();
    }

    @Override
    public void close() {
        delegate.close();
    }

    @Override
    public String toString() {
        return "DecidedSpanProcessor{" + delegate + "}";
    }
}
