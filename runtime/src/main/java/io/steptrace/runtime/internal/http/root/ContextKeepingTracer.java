package io.steptrace.runtime.internal.http.root;

import java.util.Map;
import java.util.function.BiConsumer;

import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.steptrace.runtime.internal.context.StoredContext;
import io.vertx.core.Context;
import io.vertx.core.eventbus.Message;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;

/**
 * The tracer of the platform, put right about the end of requests and messages. Thread-safe.
 * <p>
 * It empties the Vert.x context at the end, even if that comes before the code has ended: when the client leaves, or once a
 * message is delivered. What a step still needs is kept. And a client that leaves is no failure of the server.
 */
final class ContextKeepingTracer implements VertxTracer<Object, Object> {

    private final VertxTracer<Object, Object> delegate;

    ContextKeepingTracer(VertxTracer<Object, Object> delegate) {
        this.delegate = delegate;
    }

    @Override
    public <R> Object receiveRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
            Iterable<Map.Entry<String, String>> headers, TagExtractor<R> tagExtractor) {
        Object payload = delegate.receiveRequest(context, kind, policy, request, operation, headers, tagExtractor);
        return payload != null && request instanceof Message<?> ? new Delivery(payload) : payload;
    }

    @Override
    public <R> void sendResponse(Context context, R response, Object payload, Throwable failure,
            TagExtractor<R> tagExtractor) {
        boolean isDelivery = payload instanceof Delivery;
        io.opentelemetry.context.Context kept = isDelivery || StoredContext.holdsRunningWork(context)
                ? QuarkusContextStorage.getOtelContext(context)
                : null;
        delegate.sendResponse(context, ClientLeft.responseOf(response, context, failure),
                isDelivery ? ((Delivery) payload).payload : payload, ClientLeft.failureOf(failure, context), tagExtractor);
        if (kept != null) {
            // in that Vert.x context, whose log MDC is to be kept; never closed, as it is that of this request or message alone
            ((ContextInternal) context).dispatch(() -> QuarkusContextStorage.INSTANCE.attach(context, kept));
        }
    }

    @Override
    public <R> Object sendRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
            BiConsumer<String, String> headers, TagExtractor<R> tagExtractor) {
        return delegate.sendRequest(context, kind, policy, request, operation, headers, tagExtractor);
    }

    @Override
    public <R> void receiveResponse(Context context, R response, Object payload, Throwable failure,
            TagExtractor<R> tagExtractor) {
        delegate.receiveResponse(context, response, payload, failure, tagExtractor);
    }

    @Override
    public void close() {
        delegate.close();
    }

    /** What the platform remembers of a message that is being delivered: a blocking consumer begins when that is over. */
    private record Delivery(Object payload) {
    }
}
