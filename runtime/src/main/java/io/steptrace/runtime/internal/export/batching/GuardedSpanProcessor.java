package io.steptrace.runtime.internal.export.batching;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.telemetry.DelegatingSpanProcessor;

/**
 * Keeps the errors of a processor that exports where a span ends from the code that ends it: the SDK's simple processor lets
 * them pass. Thread-safe.
 */
public final class GuardedSpanProcessor extends DelegatingSpanProcessor {

    private final LossListener losses;

    public GuardedSpanProcessor(SpanProcessor delegate, LossListener losses) {
        super(delegate);
        this.losses = losses;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        try {
            delegate.onEnd(span);
        } catch (Throwable e) {
            losses.lost(LossListener.reasonOf(e, LossListener.UNEXPECTED), 1);
        }
    }
}
