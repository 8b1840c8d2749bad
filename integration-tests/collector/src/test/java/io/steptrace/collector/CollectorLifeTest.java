package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.steptrace.loopback.LoopbackPort;

/** A collector that dies, comes back and forgets. */
class CollectorLifeTest {

    private final Collector collector = Collector.listening();
    private final ExportClient client = ExportClient.of(collector);
    private final SpanBatch batch = SpanBatch.of(3);

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void refusesConnectionsWhileStoppedAndComesBackOnTheSamePort() throws Exception {
        int port = collector.port();
        client.send(batch);
        assertThat(collector.openConnections()).isOne();

        collector.stop();
        collector.awaitOpenConnections(0);
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> newClient().send(batch));

        collector.start();
        assertThat(collector.port()).isEqualTo(port);
        assertThat(newClient().send(batch).statusCode()).isEqualTo(200);

        collector.restart();
        assertThat(collector.port()).isEqualTo(port);
        assertThat(newClient().send(batch).statusCode()).isEqualTo(200);
        assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds());
        assertThat(collector.deliveries().values()).containsOnly(3);
    }

    /** Those who stop their collector have clients that call it all the while, and reach whoever has got its port. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsItsPortWhileStopped() throws IOException {
        collector.stop();

        try (ServerSocket stranger = new ServerSocket()) {
            // as the system does for somebody who asks for any port: it gives none that is in use
            stranger.setReuseAddress(false);
            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> stranger.bind(new InetSocketAddress(LoopbackPort.HOST, collector.port())));
        }
        collector.start();
        collector.close();
        try (ServerSocket next = new ServerSocket()) {
            next.bind(new InetSocketAddress(LoopbackPort.HOST, collector.port()));
        }
    }

    @Test
    void dropsAStalledRequestWhenItStops() {
        collector.next(Behaviour.stall());
        CompletableFuture<HttpResponse<byte[]>> stalled = client.begin(batch);
        collector.awaitRequests(1);

        collector.stop();

        assertThat(stalled).failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class).withCauseInstanceOf(IOException.class);
    }

    @Test
    void forgetsWhatItGotWhenAsked() throws Exception {
        client.send(batch);
        collector.next(Behaviour.status(500));

        collector.forget();

        assertThat(collector.requests()).isEmpty();
        assertThat(collector.deliveries()).isEmpty();
        assertThat(client.send(batch).statusCode()).isEqualTo(200);
    }

    /** One without a connection of earlier days, of whose end it may not have heard yet. */
    private ExportClient newClient() {
        return ExportClient.of(collector);
    }
}
