package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
