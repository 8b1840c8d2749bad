package io.steptrace.runtime.internal.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Another span processor with something around the ends of spans. */
public abstract class DelegatingSpanProcessor implements SpanProcessor {

    protected final SpanProcessor delegate;

    protected DelegatingSpanProcessor(SpanProcessor delegate) {
        this.delegate = delegate;
    }

    @Override
    public abstract void onEnd(ReadableSpan span);

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
        return getClass().getSimpleName() + "{" + delegate + "}";
    }
}
