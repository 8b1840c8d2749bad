package io.steptrace.runtime.internal.http.handover;

import java.util.List;
import java.util.function.Supplier;

import org.jboss.resteasy.reactive.server.model.ServerResourceMethod;
import org.jboss.resteasy.reactive.server.spi.EndpointInvoker;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.arc.Arc;
import io.steptrace.runtime.internal.context.RunningThread;

/** The invocation of an endpoint, and on which thread it runs for how long. */
final class TimedEndpoint implements EndpointInvoker {

    private final EndpointInvoker delegate;
    private volatile EndpointRuns runs;

    private TimedEndpoint(EndpointInvoker delegate) {
        this.delegate = delegate;
    }

    /** Puts itself around the invocation of a method, once; that of a coroutine, which is more than this, stays as it is. */
    static void putAround(ServerResourceMethod method) {
        Supplier<EndpointInvoker> invoker = method.getInvoker();
        if (invoker != null) {
            method.setInvoker(() -> timed(invoker.get()));
        }
    }

    private static EndpointInvoker timed(EndpointInvoker invoker) {
        boolean isPlain = List.of(invoker.getClass().getInterfaces()).equals(List.of(EndpointInvoker.class));
        return isPlain && !(invoker instanceof TimedEndpoint) ? new TimedEndpoint(invoker) : invoker;
    }

    @Override
    public Object invoke(Object resource, Object[] parameters) throws Exception {
        ReadableSpan root = runs().root();
        if (root == null) {
            return delegate.invoke(resource, parameters);
        }
        long fromNanos = root.getLatencyNanos();
        Context request = Context.current();
        RunningThread thread = RunningThread.serve(request);
        Object result = null;
        try {
            result = delegate.invoke(resource, parameters);
            return result;
        } finally {
            if (thread != null) {
                thread.leave(request);
            }
            runs.left(root, request, fromNanos, result);
        }
    }

    /** Made before there are beans. */
    private EndpointRuns runs() {
        if (runs == null) {
            runs = Arc.container().instance(EndpointRuns.class).get();
        }
        return runs;
    }
}
