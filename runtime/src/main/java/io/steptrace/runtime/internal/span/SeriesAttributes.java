package io.steptrace.runtime.internal.span;

import io.opentelemetry.api.common.Attributes;

/** The attributes of metric series, made once each. */
public final class SeriesAttributes {

    private SeriesAttributes() {
    }

    /** Of the series of one queue. */
    public static Attributes ofQueue(String queue) {
        return Attributes.of(AttributeKeys.JOB_QUEUE, queue);
    }
}
