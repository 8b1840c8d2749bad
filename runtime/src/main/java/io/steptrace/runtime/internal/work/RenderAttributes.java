package io.steptrace.runtime.internal.work;

import io.opentelemetry.api.trace.Span;
import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.EnumName;

/** What a piece of work has rendered, as attributes. */
final class RenderAttributes {

    private RenderAttributes() {
    }

    static void write(Span span, RenderPhase phase, long sizeBytes) {
        span.setAttribute(AttributeKeys.RENDER_PHASE, EnumName.of(phase));
        if (sizeBytes >= 0) {
            span.setAttribute(AttributeKeys.RENDER_SIZE_BYTES, sizeBytes);
        }
    }
}
