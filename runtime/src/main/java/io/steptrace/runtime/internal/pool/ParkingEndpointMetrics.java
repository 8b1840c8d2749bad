package io.steptrace.runtime.internal.pool;

import java.util.concurrent.atomic.AtomicInteger;

import io.steptrace.runtime.internal.pool.ParkingEndpointMetrics.Enqueued;
import io.steptrace.runtime.internal.pool.ParkingEndpointMetrics.InFlight;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;

/**
 * The metrics of one endpoint of an HTTP client, whose pool has a connection for each request in flight and each one asked for.
 * <p>
 * Vert.x tells of every request that it is enqueued, on the caller's thread and in its context, and that it is dequeued, on an
 * event loop, whether or not it waits in between. A request waits for the pool if those asked for and in flight before it take
 * all connections. A request takes none between dequeueing and its first byte, because one that is never sent ends untold: then
 * a wait goes untold, but never is a wait told that was none. To wait for a connection to be established is no exhaustion.
 */
final class ParkingEndpointMetrics implements ClientMetrics<InFlight, Enqueued, HttpRequest, HttpResponse> {

    private final ClientMetrics<Object, Object, HttpRequest, HttpResponse> known;
    private final ClientMetrics<Object, Object, HttpRequest, HttpResponse> delegate;
    private final String token;
    private final int maxPoolSize;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param delegate whose metrics they are besides; {@code null} if nobody's */
    ParkingEndpointMetrics(ClientMetrics<Object, Object, HttpRequest, HttpResponse> delegate, SocketAddress remote,
            int maxPoolSize) {
        this.known = delegate;
        this.delegate = delegate == null ? new ClientMetrics<>() {
        } : delegate;
        this.token = "http client " + remote;
        this.maxPoolSize = maxPoolSize;
    }

    /** Whose metrics they are besides; {@code null} if nobody's. */
    ClientMetrics<Object, Object, HttpRequest, HttpResponse> delegate() {
        return known;
    }

    @Override
    public Enqueued enqueueRequest() {
        Object metric = delegate.enqueueRequest();
        boolean waits = taken.getAndIncrement() >= maxPoolSize;
        return new Enqueued(metric, waits ? PoolPark.begin(token, maxPoolSize, maxPoolSize) : PoolPark.NONE);
    }

    @Override
    public void dequeueRequest(Enqueued request) {
        taken.decrementAndGet();
        request.wait.run();
        delegate.dequeueRequest(request.metric);
    }

    @Override
    public InFlight init() {
        Object metric = delegate.init();
        return metric == null ? null : new InFlight(metric);
    }

    @Override
    public void requestBegin(InFlight request, String uri, HttpRequest head) {
        begin(request);
        delegate.requestBegin(request.metric, uri, head);
    }

    @Override
    public InFlight requestBegin(String uri, HttpRequest head) {
        InFlight request = new InFlight(delegate.requestBegin(uri, head));
        begin(request);
        return request;
    }

    @Override
    public void requestEnd(InFlight request, long bytesWritten) {
        delegate.requestEnd(request.metric, bytesWritten);
    }

    @Override
    public void responseBegin(InFlight request, HttpResponse response) {
        delegate.responseBegin(request.metric, response);
    }

    @Override
    public void requestReset(InFlight request) {
        end(request);
        delegate.requestReset(request.metric);
    }

    @Override
    public void responseEnd(InFlight request, long bytesRead) {
        end(request);
        delegate.responseEnd(request.metric, bytesRead);
    }

    @Override
    public void close() {
        delegate.close();
    }

    private void begin(InFlight request) {
        taken.incrementAndGet();
        request.inFlight = true;
    }

    private void end(InFlight request) {
        if (request.inFlight) {
            request.inFlight = false;
            taken.decrementAndGet();
        }
    }

    /** A request that has asked for a connection. */
    static final class Enqueued {

        private final Object metric;
        private final Runnable wait;

        private Enqueued(Object metric, Runnable wait) {
            this.metric = metric;
            this.wait = wait;
        }
    }

    /** A request on its connection; told of by one event loop only. */
    static final class InFlight {

        private final Object metric;
        private boolean inFlight;

        private InFlight(Object metric) {
            this.metric = metric;
        }
    }
}
