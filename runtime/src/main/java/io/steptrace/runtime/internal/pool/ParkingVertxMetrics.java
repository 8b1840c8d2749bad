package io.steptrace.runtime.internal.pool;

import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.DatagramSocketMetrics;
import io.vertx.core.spi.metrics.EventBusMetrics;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.TCPMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;

/**
 * The metrics of a Vert.x instance with the pools of its HTTP clients observed; everything else is the delegate's, servers
 * included.
 */
class ParkingVertxMetrics implements VertxMetrics {

    private final VertxMetrics delegate;

    ParkingVertxMetrics(VertxMetrics delegate) {
        this.delegate = delegate;
    }

    final VertxMetrics delegate() {
        return delegate;
    }

    @Override
    public HttpClientMetrics<?, ?, ?, ?> createHttpClientMetrics(HttpClientOptions options) {
        HttpClientMetrics<?, ?, ?, ?> metrics = delegate.createHttpClientMetrics(options);
        return isObservable(options) ? new ParkingClientMetrics(metrics) : metrics;
    }

    /** Where a connection carries more than one request at a time, requests say nothing of how many connections are in use. */
    private static boolean isObservable(HttpClientOptions options) {
        return options.getProtocolVersion() != HttpVersion.HTTP_2 && !options.isPipelining();
    }

    @Override
    public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress localAddress) {
        return delegate.createHttpServerMetrics(options, localAddress);
    }

    @Override
    public EventBusMetrics<?> createEventBusMetrics() {
        return delegate.createEventBusMetrics();
    }

    @Override
    public ClientMetrics<?, ?, ?, ?> createClientMetrics(SocketAddress remoteAddress, String type, String namespace) {
        return delegate.createClientMetrics(remoteAddress, type, namespace);
    }

    @Override
    public TCPMetrics<?> createNetServerMetrics(NetServerOptions options, SocketAddress localAddress) {
        return delegate.createNetServerMetrics(options, localAddress);
    }

    @Override
    public TCPMetrics<?> createNetClientMetrics(NetClientOptions options) {
        return delegate.createNetClientMetrics(options);
    }

    @Override
    public DatagramSocketMetrics createDatagramSocketMetrics(DatagramSocketOptions options) {
        return delegate.createDatagramSocketMetrics(options);
    }

    @Override
    public PoolMetrics<?> createPoolMetrics(String poolType, String poolName, int maxPoolSize) {
        return delegate.createPoolMetrics(poolType, poolName, maxPoolSize);
    }

    @Override
    public void vertxCreated(Vertx vertx) {
        delegate.vertxCreated(vertx);
    }

    @Override
    public boolean isMetricsEnabled() {
        return delegate.isMetricsEnabled();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
