package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.sdk.common.InstrumentationLibraryInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/**
 * An ended span that was not sampled at its beginning, as one that was: with the flag set, and the reason among its attributes.
 * Immutable.
 */
@SuppressWarnings("deprecation")
public final class KeptSpan implements ReadableSpan {

    private final ReadableSpan delegate;
    private final SpanContext sampled;
    private final String reason;

    /** Shows an ended span as sampled. */
    public KeptSpan(ReadableSpan delegate, String reason) {
        SpanContext context = delegate.getSpanContext();
        this.delegate = delegate;
        this.sampled = SpanContext.create(context.getTraceId(), context.getSpanId(),
                TraceFlags.fromByte((byte) (context.getTraceFlags().asByte() | TraceFlags.getSampled().asByte())),
                context.getTraceState());
        this.reason = reason;
    }

    @Override
    public SpanContext getSpanContext() {
        return sampled;
    }

    @Override
    public SpanContext getParentSpanContext() {
        return delegate.getParentSpanContext();
    }

    @Override
    public String getName() {
        return delegate.getName();
    }

    @Override
    public SpanData toSpanData() {
        SpanData data = delegate.toSpanData();
        Attributes attributes = getAttributes(data.getAttributes());
        return new DelegatingSpanData(data) {

            @Override
            public SpanContext getSpanContext() {
                return sampled;
            }

            @Override
            public Attributes getAttributes() {
                return attributes;
            }

            @Override
            public int getTotalAttributeCount() {
                return super.getTotalAttributeCount() + 1;
            }
        };
    }

    @Override
    public InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
        return delegate.getInstrumentationLibraryInfo();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return delegate.getInstrumentationScopeInfo();
    }

    @Override
    public boolean hasEnded() {
        return delegate.hasEnded();
    }

    @Override
    public long getLatencyNanos() {
        return delegate.getLatencyNanos();
    }

    @Override
    public SpanKind getKind() {
        return delegate.getKind();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getAttribute(AttributeKey<T> key) {
        return key.equals(AttributeKeys.SAMPLING_REASON) ? (T) reason : delegate.getAttribute(key);
    }

    @Override
    public Attributes getAttributes() {
        return getAttributes(delegate.getAttributes());
    }

    private Attributes getAttributes(Attributes own) {
        return own.toBuilder().put(AttributeKeys.SAMPLING_REASON, reason).build();
    }
}
