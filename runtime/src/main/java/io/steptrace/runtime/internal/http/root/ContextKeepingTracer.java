package io.steptrace.runtime.internal.http.root;

import java.util.Map;
import java.util.function.BiConsumer;

import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.steptrace.runtime.internal.context.StoredContext;
import io.vertx.core.Context;
import io.vertx.core.eventbus.Message;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;

/**
 * The tracer of the platform, put right about the end of requests and messages, and about who asks. Thread-safe.
 * <p>
 * It empties the Vert.x context at the end, even if that comes before the code has ended: when the client leaves, or once a
 * message is delivered. What a step still needs is kept. And a client that leaves is no failure of the server.
 * What a client sends late belongs to the step that awaits it.
 */
final class ContextKeepingTracer implements VertxTracer<Object, Object> {

    private final VertxTracer<Object, Object> delegate;

    ContextKeepingTracer(VertxTracer<Object, Object> delegate) {
        this.delegate = delegate;
    }

    @Override
    public <R> Object receiveRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
            Iterable<Map.Entry<String, String>> headers, TagExtractor<R> tagExtractor) {
        if (!(request instanceof Message<?>)) {
            return delegate.receiveRequest(context, kind, policy, request, operation, headers, tagExtractor);
        }
        // a blocking consumer works while the delivery ends: that empties this copy, and not the place the consumer works in
        Context delivery = VertxContext.newNestedContext(context);
        Object payload = delegate.receiveRequest(delivery, kind, policy, request, operation, headers, tagExtractor);
        keep(QuarkusContextStorage.getOtelContext(delivery), context);
        return payload;
    }

    @Override
    public <R> void sendResponse(Context context, R response, Object payload, Throwable failure,
            TagExtractor<R> tagExtractor) {
        io.opentelemetry.context.Context kept = StoredContext.holdsRunningWork(context)
                ? QuarkusContextStorage.getOtelContext(context)
                : null;
        delegate.sendResponse(context, ClientLeft.responseOf(response, context, failure), payload,
                ClientLeft.failureOf(failure, context), tagExtractor);
        keep(kept, context);
    }

    /** In that Vert.x context, whose log MDC is to be kept; never closed, as it is that of this request or message alone. */
    private static void keep(io.opentelemetry.context.Context kept, Context context) {
        if (kept != null) {
            ((ContextInternal) context).dispatch(() -> QuarkusContextStorage.INSTANCE.attach(context, kept));
        }
    }

    @Override
    public <R> Object sendRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
            BiConsumer<String, String> headers, TagExtractor<R> tagExtractor) {
        return delegate.sendRequest(StoredContext.ofSender(context), kind, policy, request, operation, headers, tagExtractor);
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
}
