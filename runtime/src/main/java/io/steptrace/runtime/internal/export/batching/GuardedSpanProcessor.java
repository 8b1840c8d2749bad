package io.steptrace.runtime.internal.export.batching;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.steptrace.runtime.internal.export.LossListener;

/**
 * Keeps the errors of a processor that exports where a span ends from whoever ends it: the SDK's simple processor
 * lets them pass. Thread-safe.
 */
public final class GuardedSpanProcessor implements SpanProcessor {

    private final SpanProcessor delegate;
    private final LossListener losses;

    public GuardedSpanProcessor(SpanProcessor delegate, LossListener losses) {
        this.delegate = delegate;
        this.losses = losses;
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
        try {
            delegate.onEnd(span);
        } catch (Throwable e) {
            losses.lost(LossListener.reasonOf(e, LossListener.UNEXPECTED), 1);
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
}
