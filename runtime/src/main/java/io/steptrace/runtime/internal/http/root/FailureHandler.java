package io.steptrace.runtime.internal.http.root;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import io.opentelemetry.context.Context;
import io.quarkus.arc.Arc;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/** Records what a REST request failed with, before it is mapped to an answer. Recorded at build time. */
public final class FailureHandler implements ServerRestHandler {

    @Override
    public void handle(ResteasyReactiveRequestContext request) {
        Throwable failure = request.getThrowable();
        if (failure != null) {
            BrokenTelemetry.guard(() -> {
                ServerHttpResponse response = request.serverResponse();
                Arc.container().instance(RootFailures.class).get().record(Context.current(), failure,
                        response.headWritten() && !response.closed());
            });
        }
    }
}
