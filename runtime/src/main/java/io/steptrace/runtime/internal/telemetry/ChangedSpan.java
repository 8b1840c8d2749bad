package io.steptrace.runtime.internal.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationLibraryInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** An ended span of which more is known than when it ended. Immutable. */
@SuppressWarnings("deprecation")
public class ChangedSpan implements ReadableSpan {

    private final ReadableSpan delegate;
    private final SpanContext context;
    private final Attributes more;

    /** @param more attributes to be added, or in place of those it has */
    public ChangedSpan(ReadableSpan delegate, Attributes more) {
        this(delegate, delegate.getSpanContext(), more);
    }

    protected ChangedSpan(ReadableSpan delegate, SpanContext context, Attributes more) {
        this.delegate = delegate;
        this.context = context;
        this.more = more;
    }

    @Override
    public SpanContext getSpanContext() {
        return context;
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
        Attributes attributes = with(data.getAttributes());
        int moreAttributes = attributes.size() - data.getAttributes().size();
        return new DelegatingSpanData(data) {

            @Override
            public SpanContext getSpanContext() {
                return context;
            }

            @Override
            public Attributes getAttributes() {
                return attributes;
            }

            @Override
            public int getTotalAttributeCount() {
                return super.getTotalAttributeCount() + moreAttributes;
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
    public <T> T getAttribute(AttributeKey<T> key) {
        T known = more.get(key);
        return known != null ? known : delegate.getAttribute(key);
    }

    @Override
    public Attributes getAttributes() {
        return with(delegate.getAttributes());
    }

    private Attributes with(Attributes own) {
        return more.isEmpty() ? own : own.toBuilder().putAll(more).build();
    }
}
