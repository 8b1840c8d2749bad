package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.collector.path.Proxy;

/** The proxy between a client and the collector. */
class ProxyTest {

    private final Proxy proxy = Proxy.listening();
    private final SpanBatch batch = SpanBatch.of(3);

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void forwardsSpansAndTheAnswer() throws Exception {
        try (Collector collector = Collector.listening()) {
            collector.next(Behaviour.status(503));

            assertThat(send(client(), collector)).isEqualTo(503);
            assertThat(send(client(), collector)).isEqualTo(200);

            assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds());
            assertThat(proxy.asked()).hasSize(2).containsOnly("POST " + collector.url() + "/v1/traces");
        }
    }

    @Test
    void tunnelsTls() throws Exception {
        TestCertificate certificate = TestCertificate.generated();
        try (Collector collector = Collector.secured(certificate)) {
            assertThat(send(client().sslContext(certificate.trusting()), collector)).isEqualTo(200);

            assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds());
            assertThat(proxy.asked()).containsExactly("CONNECT 127.0.0.1:" + collector.port());
        }
    }

    @Test
    void answersWithABadGatewayForADeadCollector() throws Exception {
        try (Collector collector = Collector.listening()) {
            collector.stop();

            assertThat(send(client(), collector)).isEqualTo(502);
        }
    }

    @Test
    void refusesRequestsAndTunnelsItself() throws Exception {
        try (Collector collector = Collector.listening()) {
            proxy.refuseNext(407);
            proxy.refuseNext(502);

            assertThat(send(client(), collector)).isEqualTo(407);
            assertThat(send(client(), collector)).isEqualTo(502);
            assertThat(send(client(), collector)).isEqualTo(200);
            assertThat(collector.requests()).hasSize(1);
        }
    }

    @Test
    void refusesConnectionsWhileStopped() {
        try (Collector collector = Collector.listening()) {
            proxy.stop();

            assertThatIOException().isThrownBy(() -> send(client(), collector));
            assertThat(collector.requests()).isEmpty();
        }
    }

    private HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())));
    }

    private int send(HttpClient.Builder client, Collector collector) throws Exception {
        return new ExportClient(client.build(), collector).send(batch).statusCode();
    }
}
