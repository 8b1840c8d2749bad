package io.steptrace.runtime.internal.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** A span processor to which a span is of interest once it has ended. */
public interface EndOnlySpanProcessor extends SpanProcessor {

    @Override
    default boolean isStartRequired() {
        return false;
    }

    @Override
    default void onStart(Context parent, ReadWriteSpan span) {
        // not required
    }

    @Override
    default boolean isEndRequired() {
        return true;
    }
}
