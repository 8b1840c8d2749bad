package io.steptrace.runtime.internal.http.root;

import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.InvocationHandler;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.spi.EndpointInvoker;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import io.opentelemetry.context.Context;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Multi;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * Observes the failure of a stream that is being answered: its client is cut off without a further word, and the chain of
 * handlers does not see it. Recorded at build time as a bean without properties.
 */
public final class StreamCustomizer implements HandlerChainCustomizer {

    /** A handler after the invocation may come too late: the one that subscribes to the stream is of the same phase. */
    @Override
    public ServerRestHandler alternateInvocationHandler(EndpointInvoker invoker) {
        return new ObservedInvocation(new InvocationHandler(invoker));
    }

    static final class ObservedInvocation implements ServerRestHandler {

        private final InvocationHandler delegate;

        ObservedInvocation(InvocationHandler delegate) {
            this.delegate = delegate;
        }

        /** Other streams than a plain {@code Multi} are left as they are: a {@code RestMulti} has headers beside its items. */
        @Override
        public void handle(ResteasyReactiveRequestContext request) throws Exception {
            delegate.handle(request);
            if (request.getResult() instanceof Multi<?> stream && !(stream instanceof RestMulti)) {
                Context context = Context.current();
                request.setResult(stream.onFailure().invoke(failure -> BrokenTelemetry.guard(() -> {
                    if (request.serverResponse().headWritten()) {
                        Arc.container().instance(RootFailures.class).get().record(context, failure, true);
                    }
                })));
            } else {
                ClientLeft.unwatch();
            }
        }
    }
}
