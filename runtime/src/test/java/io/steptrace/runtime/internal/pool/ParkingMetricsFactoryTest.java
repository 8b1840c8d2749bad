package io.steptrace.runtime.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.http.runtime.ExtendedQuarkusVertxHttpMetrics;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.json.JsonObject;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;

class ParkingMetricsFactoryTest {

    private static final SocketAddress REMOTE = SocketAddress.inetSocketAddress(80, "localhost");

    private final VertxOptions options = new VertxOptions();

    @Test
    void bringsMetricsWhereThereAreNone() {
        ParkingMetricsFactory.putInto(options);
        VertxMetrics metrics = built();

        assertThat(metrics).isNotInstanceOf(ExtendedQuarkusVertxHttpMetrics.class);
        // costs no request of a server anything
        assertThat(metrics.createHttpServerMetrics(new HttpServerOptions(), REMOTE)).isNull();
        assertThat(metrics.createHttpClientMetrics(new HttpClientOptions())).isInstanceOf(ParkingClientMetrics.class);
    }

    @Test
    void doesNotWakeMetricsThatAreSwitchedOff() {
        Known known = new Known();
        options.setMetricsOptions(new MetricsOptions().setEnabled(false).setFactory(known));
        ParkingMetricsFactory.putInto(options);

        assertThat(built().createHttpServerMetrics(new HttpServerOptions(), REMOTE)).isNull();
    }

    @Test
    void keepsTheMetricsOfOptionsThatAreTheirOwnFactory() {
        Known known = new Known();
        options.setMetricsOptions(known);
        ParkingMetricsFactory.putBesideServer(options);
        VertxMetrics metrics = built();

        assertThat(metrics.createHttpServerMetrics(new HttpServerOptions(), REMOTE)).isSameAs(known.server);
        assertThat(metrics).isInstanceOfSatisfying(ExtendedQuarkusVertxHttpMetrics.class,
                extended -> assertThat(extended.getHttpConnectionTracker()).isSameAs(known.getHttpConnectionTracker()));
    }

    @Test
    void observesNoClientWhoseConnectionsAreShared() {
        ParkingMetricsFactory.putInto(options);
        VertxMetrics metrics = built();

        assertThat(metrics.createHttpClientMetrics(new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2))).isNull();
        assertThat(metrics.createHttpClientMetrics(new HttpClientOptions().setPipelining(true))).isNull();
    }

    @Test
    void handsOthersTheirOwnMetricsOfClients() {
        Known known = new Known();
        options.setMetricsOptions(known);
        ParkingMetricsFactory.putInto(options);
        ParkingClientMetrics client = (ParkingClientMetrics) built().createHttpClientMetrics(new HttpClientOptions());
        ParkingEndpointMetrics endpoint = (ParkingEndpointMetrics) client.createEndpointMetrics(REMOTE, 1);

        client.endpointConnected(endpoint);
        endpoint.dequeueRequest(endpoint.enqueueRequest());
        ParkingEndpointMetrics.InFlight request = endpoint.requestBegin("/", null);
        endpoint.requestEnd(request, 1);
        endpoint.responseBegin(request, null);
        endpoint.responseEnd(request, 2);
        endpoint.requestReset(request);
        client.endpointDisconnected(endpoint);

        assertThat(known.reported).containsExactly("connected", "enqueue", "dequeue enqueued", "begin", "end begun 1",
                "response begun", "response end begun 2", "reset begun", "disconnected");
    }

    private VertxMetrics built() {
        VertxBuilder builder = new VertxBuilder(options).serviceProviders(List.of());
        builder.init();
        return builder.metrics();
    }

    /** Options, factory and metrics in one, as those of Micrometer are. */
    private static final class Known extends MetricsOptions
            implements VertxMetricsFactory, VertxMetrics, ExtendedQuarkusVertxHttpMetrics {

        private final HttpServerMetrics<?, ?, ?> server = new HttpServerMetrics<>() {
        };
        private final ConnectionTracker tracker = new ConnectionTracker() {
            @Override
            public void onConnectionRejected() {
            }

            @Override
            public void initialize(int maxConnections, java.util.concurrent.atomic.AtomicInteger current) {
            }
        };
        private final List<String> reported = new ArrayList<>();
        private final KnownEndpoint endpoint = new KnownEndpoint(reported);

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public VertxMetricsFactory getFactory() {
            return this;
        }

        @Override
        public VertxMetrics metrics(VertxOptions options) {
            return this;
        }

        @Override
        public MetricsOptions newOptions() {
            return this;
        }

        @Override
        public MetricsOptions newOptions(MetricsOptions options) {
            return this;
        }

        @Override
        public MetricsOptions newOptions(JsonObject jsonObject) {
            return this;
        }

        @Override
        public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress localAddress) {
            return server;
        }

        @Override
        public ConnectionTracker getHttpConnectionTracker() {
            return tracker;
        }

        @Override
        public HttpClientMetrics<?, ?, ?, ?> createHttpClientMetrics(HttpClientOptions options) {
            return new HttpClientMetrics<String, Object, Object, String>() {

                @Override
                public ClientMetrics<String, String, HttpRequest, HttpResponse> createEndpointMetrics(SocketAddress remote,
                        int maxPoolSize) {
                    return endpoint;
                }

                @Override
                public void endpointConnected(ClientMetrics<String, String, ?, ?> metric) {
                    assertThat(metric).isSameAs(endpoint);
                    reported.add("connected");
                }

                @Override
                public void endpointDisconnected(ClientMetrics<String, String, ?, ?> metric) {
                    assertThat(metric).isSameAs(endpoint);
                    reported.add("disconnected");
                }
            };
        }
    }

    private record KnownEndpoint(List<String> reported) implements ClientMetrics<String, String, HttpRequest, HttpResponse> {

        @Override
        public String enqueueRequest() {
            reported.add("enqueue");
            return "enqueued";
        }

        @Override
        public void dequeueRequest(String metric) {
            reported.add("dequeue " + metric);
        }

        @Override
        public String requestBegin(String uri, HttpRequest request) {
            reported.add("begin");
            return "begun";
        }

        @Override
        public void requestEnd(String metric, long bytesWritten) {
            reported.add("end " + metric + " " + bytesWritten);
        }

        @Override
        public void responseBegin(String metric, HttpResponse response) {
            reported.add("response " + metric);
        }

        @Override
        public void requestReset(String metric) {
            reported.add("reset " + metric);
        }

        @Override
        public void responseEnd(String metric, long bytesRead) {
            reported.add("response end " + metric + " " + bytesRead);
        }
    }
}
