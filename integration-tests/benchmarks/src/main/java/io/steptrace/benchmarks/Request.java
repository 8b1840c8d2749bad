package io.steptrace.benchmarks;

import jakarta.enterprise.inject.Instance;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.LocalTraces;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * The calling thread as it is while it serves one blocking REST request per iteration, sampled or not: on a duplicated Vert.x
 * context, with an active request context and below a current span.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Request {

    /** The span of the request below which the measured spans start. */
    public enum Parent {

        SAMPLED,

        /** What the head sampler leaves of a request it has not chosen. */
        UNSAMPLED;

        private Span start() {
            return this == SAMPLED
                    ? RunningApplication.bean(Tracer.class).spanBuilder("request").setNoParent().startSpan()
                    : Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                            TraceFlags.getDefault(), TraceState.getDefault()));
        }
    }

    @Param({ "SAMPLED", "UNSAMPLED" })
    public Parent parent;

    private ContextInternal vertxContext;
    private ContextInternal previous;
    private Span span;
    private Scope scope;
    private long id;

    /** @param application is running before any request comes */
    @Setup(Level.Iteration)
    public void begin(RunningApplication application) {
        span = parent.start();
        Vertx vertx = RunningApplication.bean(Vertx.class);
        vertxContext = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(vertxContext, true);
        previous = vertxContext.beginDispatch();
        Arc.container().requestContext().activate();
        scope = span.makeCurrent();
        pairClocks();
    }

    /** As the record of the hand-over to the worker does. */
    private void pairClocks() {
        Instance<LocalTraces> traces = Arc.container().select(LocalTraces.class);
        if (traces.isResolvable() && span.isRecording()) {
            traces.get().of(Context.current()).anchor(span, Clock.system());
        }
    }

    @TearDown(Level.Iteration)
    public void end() {
        scope.close();
        span.end();
        Arc.container().requestContext().terminate();
        vertxContext.endDispatch(previous);
    }

    /** An argument that no compiler can foresee. */
    public long nextId() {
        return id++;
    }
}
