package io.steptrace.runtime.internal.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.opentelemetry.context.Context;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * The contexts a job takes from its submitter to its worker.
 * <p>
 * Each job gets a duplicated Vert.x context of its own: in its submitter's, it would exchange the submitter's current span. The
 * submitter's CDI request context is propagated as a {@code ManagedExecutor} does, but a job may outlive the request: then it
 * gets a request context of its own instead of a {@code ContextNotActiveException}. So does a job no caller can wait for: its
 * request would end in the middle of it, and close the session or the connection it works with.
 */
final class JobContext {

    /** Written by OpenTelemetry's own context, and by this job's when it is attached. */
    private static final Set<String> TRACING_KEYS = Set.of("traceId", "spanId", "parentId", "sampled");

    private final ContextInternal root;
    private final Map<String, Object> mdc;
    /** {@code null} if the job gets one of its own. */
    private final ContextState request;

    private JobContext(ContextInternal root, Map<String, Object> mdc, ContextState request) {
        this.root = root;
        this.mdc = mdc;
        this.request = request;
    }

    /**
     * Captures the contexts of the submitting thread.
     *
     * @param root what the Vert.x context of the job is duplicated from
     * @param isAwaited whether the submitter can wait for the job, so that its request may live as long
     */
    static JobContext capture(ContextInternal root, boolean isAwaited) {
        return new JobContext(root, applicationMdc(),
                isAwaited ? Arc.container().requestContext().getStateIfActive() : null);
    }

    /** Makes the contexts current on the worker, the OpenTelemetry context among them. */
    Active activate(Context otel) {
        ContextInternal vertxContext = (ContextInternal) VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(vertxContext, true);
        ContextInternal previous = vertxContext.beginDispatch();
        try {
            return activate(otel, vertxContext, previous);
        } catch (Throwable e) {
            vertxContext.endDispatch(previous);
            throw e;
        }
    }

    private Active activate(Context otel, ContextInternal vertxContext, ContextInternal previous) {
        // never closed: the Vert.x context is the job's alone, and what the job left behind asynchronously still runs in it
        BrokenTelemetry.guard(otel::makeCurrent);
        if (!mdc.isEmpty()) {
            VertxMDC.INSTANCE.putAll(mdc, vertxContext);
        }
        ManagedContext requestContext = Arc.container().requestContext();
        boolean own = request == null || !request.isValid();
        if (own) {
            requestContext.activate();
        } else {
            requestContext.activate(request);
        }
        return new Active(vertxContext, previous, requestContext, own ? requestContext.getState() : null);
    }

    /** What the application itself put into the log MDC; looked up without a copy, because mostly there is nothing. */
    private static Map<String, Object> applicationMdc() {
        Object entries = VertxContext.isOnDuplicatedContext() ? Vertx.currentContext().getLocal(VertxMDC.class.getName())
                : VertxMDC.INSTANCE.copyObject(null);
        if (!(entries instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, Object> own = Map.of();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!TRACING_KEYS.contains(entry.getKey())) {
                if (own.isEmpty()) {
                    own = new HashMap<>(4);
                }
                own.put((String) entry.getKey(), entry.getValue());
            }
        }
        return own;
    }

    /** The contexts while the job runs on its worker. */
    static final class Active {

        private final ContextInternal vertxContext;
        private final ContextInternal previous;
        private final ManagedContext requestContext;
        private final ContextState ownRequest;

        private Active(ContextInternal vertxContext, ContextInternal previous, ManagedContext requestContext,
                ContextState ownRequest) {
            this.vertxContext = vertxContext;
            this.previous = previous;
            this.requestContext = requestContext;
            this.ownRequest = ownRequest;
        }

        /** The worker leaves the job, whose work may go on asynchronously. */
        void leave() {
            requestContext.deactivate();
            vertxContext.endDispatch(previous);
        }

        /** The job is over; what was created for it alone is destroyed. */
        void destroy() {
            if (ownRequest != null) {
                requestContext.destroy(ownRequest);
            }
        }
    }
}
