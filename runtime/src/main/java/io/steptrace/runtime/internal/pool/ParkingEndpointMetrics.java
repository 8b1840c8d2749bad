package io.steptrace.runtime.internal.pool;

import io.steptrace.runtime.internal.pool.ParkingEndpointMetrics.Enqueued;
import io.steptrace.runtime.internal.pool.ParkingEndpointMetrics.InFlight;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;

/**
 * The metrics of one endpoint of an HTTP client, whose pool has a connection for each request in flight and each one asked for.
 * <p>
 * Vert.x reports each request when it is enqueued, on the caller's thread and in its context, and when it is dequeued, on an
 * event loop, whether or not it waits in between. A request waits for the pool if those before it take all connections. To
 * wait for a connection to be established is no exhaustion.
 */
final class ParkingEndpointMetrics implements ClientMetrics<InFlight, Enqueued, HttpRequest, HttpResponse>, PoolGauge {

    private final ClientMetrics<Object, Object, HttpRequest, HttpResponse> known;
    private final ClientMetrics<Object, Object, HttpRequest, HttpResponse> delegate;
    private final String token;
    private final int maxPoolSize;
    private final ConnectionLeases leases;

    /** @param delegate the metrics they are beside these; {@code null} for none */
    ParkingEndpointMetrics(ClientMetrics<Object, Object, HttpRequest, HttpResponse> delegate, SocketAddress remote,
            int maxPoolSize) {
        this.known = delegate;
        this.delegate = delegate == null ? new ClientMetrics<>() {
        } : delegate;
        this.token = "http client " + remote;
        this.maxPoolSize = maxPoolSize;
        this.leases = new ConnectionLeases(maxPoolSize);
        ObservedPools.add(this);
    }

    @Override
    public String name() {
        return token;
    }

    @Override
    public int inUse() {
        return leases.inUse();
    }

    @Override
    public int max() {
        return maxPoolSize;
    }

    @Override
    public int waiting() {
        return leases.waiting();
    }

    /** The metrics they are beside these; {@code null} for none. */
    ClientMetrics<Object, Object, HttpRequest, HttpResponse> delegate() {
        return known;
    }

    @Override
    public Enqueued enqueueRequest() {
        Object metric = delegate.enqueueRequest();
        return new Enqueued(metric, leases.ask() ? PoolPark.begin(token, maxPoolSize, maxPoolSize) : PoolPark.NONE);
    }

    @Override
    public void dequeueRequest(Enqueued request) {
        leases.answer();
        request.wait.run();
        delegate.dequeueRequest(request.metric);
    }

    /** The connection is the request's from now on, though it may be a while before the first byte. */
    @Override
    public InFlight init() {
        InFlight request = new InFlight(delegate.init());
        leases.take(request);
        return request;
    }

    @Override
    public void requestBegin(InFlight request, String uri, HttpRequest head) {
        leases.send(request);
        if (request.metric == null) {
            request.metric = delegate.requestBegin(uri, head);
        } else {
            delegate.requestBegin(request.metric, uri, head);
        }
    }

    @Override
    public InFlight requestBegin(String uri, HttpRequest head) {
        InFlight request = new InFlight(delegate.requestBegin(uri, head));
        leases.send(request);
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
        leases.release(request);
        delegate.requestReset(request.metric);
    }

    @Override
    public void responseEnd(InFlight request, long bytesRead) {
        leases.release(request);
        delegate.responseEnd(request.metric, bytesRead);
    }

    @Override
    public void close() {
        ObservedPools.remove(this);
        delegate.close();
    }

    /** A connection was closed. */
    void disconnected() {
        leases.forgetUnsent();
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

    /** A request on its connection. */
    static final class InFlight extends ConnectionLeases.Lease {

        /** {@code null} until the delegate has one. */
        private Object metric;

        private InFlight(Object metric) {
            this.metric = metric;
        }
    }
}
