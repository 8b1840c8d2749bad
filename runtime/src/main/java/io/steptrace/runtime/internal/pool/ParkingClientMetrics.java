package io.steptrace.runtime.internal.pool;

import io.steptrace.runtime.internal.pool.ParkingEndpointMetrics.Enqueued;
import io.steptrace.runtime.internal.pool.ParkingEndpointMetrics.InFlight;
import io.vertx.core.http.WebSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;

/** The metrics of one HTTP client with the pool of each of its endpoints observed. */
final class ParkingClientMetrics implements HttpClientMetrics<InFlight, Object, Object, Enqueued> {

    private final HttpClientMetrics<Object, Object, Object, Object> delegate;

    /** @param delegate the metrics they are beside these; {@code null} for none */
    @SuppressWarnings("unchecked")
    ParkingClientMetrics(HttpClientMetrics<?, ?, ?, ?> delegate) {
        // what the delegate gets as its own metric is what it returned
        this.delegate = delegate == null ? new HttpClientMetrics<>() {
        } : (HttpClientMetrics<Object, Object, Object, Object>) delegate;
    }

    @Override
    public ClientMetrics<InFlight, Enqueued, HttpRequest, HttpResponse> createEndpointMetrics(SocketAddress remoteAddress,
            int maxPoolSize) {
        return new ParkingEndpointMetrics(delegate.createEndpointMetrics(remoteAddress, maxPoolSize), remoteAddress,
                maxPoolSize);
    }

    @Override
    public void endpointConnected(ClientMetrics<InFlight, Enqueued, ?, ?> endpoint) {
        delegate.endpointConnected(((ParkingEndpointMetrics) endpoint).delegate());
    }

    @Override
    public void endpointDisconnected(ClientMetrics<InFlight, Enqueued, ?, ?> endpoint) {
        ParkingEndpointMetrics parking = (ParkingEndpointMetrics) endpoint;
        parking.disconnected();
        delegate.endpointDisconnected(parking.delegate());
    }

    @Override
    public Object connected(WebSocket webSocket) {
        return delegate.connected(webSocket);
    }

    @Override
    public void disconnected(Object webSocketMetric) {
        delegate.disconnected(webSocketMetric);
    }

    @Override
    public Object connected(SocketAddress remoteAddress, String remoteName) {
        return delegate.connected(remoteAddress, remoteName);
    }

    @Override
    public void disconnected(Object socketMetric, SocketAddress remoteAddress) {
        delegate.disconnected(socketMetric, remoteAddress);
    }

    @Override
    public void bytesRead(Object socketMetric, SocketAddress remoteAddress, long numberOfBytes) {
        delegate.bytesRead(socketMetric, remoteAddress, numberOfBytes);
    }

    @Override
    public void bytesWritten(Object socketMetric, SocketAddress remoteAddress, long numberOfBytes) {
        delegate.bytesWritten(socketMetric, remoteAddress, numberOfBytes);
    }

    @Override
    public void exceptionOccurred(Object socketMetric, SocketAddress remoteAddress, Throwable failure) {
        delegate.exceptionOccurred(socketMetric, remoteAddress, failure);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
