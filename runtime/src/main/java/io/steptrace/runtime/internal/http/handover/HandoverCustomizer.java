package io.steptrace.runtime.internal.http.handover;

import java.util.List;

import org.jboss.resteasy.reactive.common.model.ResourceClass;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.model.ServerResourceMethod;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.BlockingOperationControl;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.vertx.ext.web.RoutingContext;

/**
 * Adds handlers to the chain of each blocking endpoint: on the event loop, right before the request is handed over, and on the
 * worker, right before the endpoint. Recorded at build time as a bean without properties.
 */
public final class HandoverCustomizer implements HandlerChainCustomizer {

    static final String HANDOVER = WorkerHandover.class.getName();

    @Override
    public List<ServerRestHandler> handlers(Phase phase, ResourceClass resourceClass, ServerResourceMethod method) {
        if (method != null && phase == Phase.AFTER_MATCH) {
            TimedEndpoint.putAround(method);
        }
        if (method == null || !(method.isBlocking() || method.isRunOnVirtualThread())) {
            return List.of();
        }
        return switch (phase) {
            case AFTER_MATCH -> List.of(new OnEventLoop(method.isRunOnVirtualThread()));
            case BEFORE_METHOD_INVOKE -> List.of(new BeforeEndpoint());
            default -> List.of();
        };
    }

    static WorkerHandover of(ResteasyReactiveRequestContext request) {
        return (WorkerHandover) request.getProperty(HANDOVER);
    }

    /** A sub-resource matches twice, and a request that is on a worker already is not handed over. */
    static final class OnEventLoop implements ServerRestHandler {

        private final boolean toVirtualThread;
        private volatile Handovers handovers;

        OnEventLoop(boolean toVirtualThread) {
            this.toVirtualThread = toVirtualThread;
        }

        @Override
        public void handle(ResteasyReactiveRequestContext request) {
            if (of(request) == null && !BlockingOperationControl.isBlockingAllowed()) {
                BrokenTelemetry.guard(() -> begin(request));
            }
        }

        private void begin(ResteasyReactiveRequestContext request) {
            WorkerHandover handover = handovers().begin(toVirtualThread);
            if (handover != null) {
                request.setProperty(HANDOVER, handover);
                // run however the request ends, even if no thread ever takes it
                request.unwrap(RoutingContext.class).addEndHandler(end -> handover.abandon());
            }
        }

        /** The chain is built before there are beans. */
        private Handovers handovers() {
            if (handovers == null) {
                handovers = Arc.container().instance(Handovers.class).get();
            }
            return handovers;
        }
    }

    static final class BeforeEndpoint implements ServerRestHandler {

        @Override
        public void handle(ResteasyReactiveRequestContext request) {
            WorkerHandover handover = of(request);
            if (handover != null) {
                handover.started();
            }
        }
    }
}
