package io.steptrace.benchmarks.state;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * The calling thread as it is while it serves a blocking REST request: on a duplicated Vert.x context, with an active request
 * context and below a current span.
 */
final class ServedRequest {

    private final ContextInternal vertxContext;
    private final ContextInternal previous;
    private final Span span;
    private final Scope scope;

    private ServedRequest(ContextInternal vertxContext, ContextInternal previous, Span span, Scope scope) {
        this.vertxContext = vertxContext;
        this.previous = previous;
        this.span = span;
        this.scope = scope;
    }

    /** Begins to serve; to be ended on the same thread. */
    static ServedRequest begin(Span span) {
        Vertx vertx = RunningApplication.bean(Vertx.class);
        ContextInternal vertxContext = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(vertxContext, true);
        ContextInternal previous = vertxContext.beginDispatch();
        Arc.container().requestContext().activate();
        return new ServedRequest(vertxContext, previous, span, span.makeCurrent());
    }

    void end() {
        scope.close();
        span.end();
        Arc.container().requestContext().terminate();
        vertxContext.endDispatch(previous);
    }
}
