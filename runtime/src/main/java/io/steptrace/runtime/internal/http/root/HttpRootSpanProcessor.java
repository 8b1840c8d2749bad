package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * Hands over the spans of requests while they are ending: their route, status and attributes are final then, and can still be
 * changed.
 * <p>
 * The one class that knows the SDK's internal interface for this moment.
 */
public final class HttpRootSpanProcessor implements ExtendedSpanProcessor {

    private final HttpRootSpans roots;

    public HttpRootSpanProcessor(HttpRootSpans roots) {
        this.roots = roots;
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onEnding(ReadWriteSpan span) {
        try {
            roots.complete(span);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
        // nothing is final yet
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // nothing can be changed any more
    }
}
