package io.steptrace.runtime.internal.http.root;

import io.vertx.core.VertxOptions;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;

/** Puts a {@link ContextKeepingTracer} around the tracer that Vert.x has been given. */
public final class ContextKeepingTracing {

    private ContextKeepingTracing() {
    }

    /** Does nothing where Vert.x has no tracer. */
    public static void putInto(VertxOptions options) {
        TracingOptions tracing = options.getTracingOptions();
        if (tracing != null && tracing.getFactory() != null) {
            tracing.setFactory(around(tracing.getFactory()));
        }
    }

    @SuppressWarnings("unchecked")
    private static VertxTracerFactory around(VertxTracerFactory factory) {
        return options -> {
            VertxTracer<?, ?> tracer = factory.tracer(options);
            return tracer == null ? null : new ContextKeepingTracer((VertxTracer<Object, Object>) tracer);
        };
    }
}
