package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.collector.path.Forwarder;

/** Connections that are forwarded and those that are not. */
class ForwarderTest {

    private final Collector collector = Collector.listening();
    private final Forwarder forwarder = Forwarder.to(collector);
    private final SpanBatch batch = SpanBatch.of(3);

    @AfterEach
    void close() {
        forwarder.close();
        collector.close();
    }

    @Test
    void forwardsRequestsAndAnswers() throws Exception {
        assertThat(send(HttpClient.newHttpClient()).statusCode()).isEqualTo(200);

        assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds());
        assertThat(forwarder.opened()).isOne();
    }

    @Test
    void isSilentOnTheConnectionsThatAreOpen() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        send(client);

        forwarder.silenceThoseOpen();

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> send(client));
        assertThat(send(HttpClient.newHttpClient()).statusCode()).isEqualTo(200);
        assertThat(collector.requests()).hasSize(2);
    }

    @Test
    void isSilentOnNewConnectionsToo() throws Exception {
        forwarder.silenceAll();
        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> send(HttpClient.newHttpClient()));

        forwarder.silenceThoseOpen();
        assertThat(send(HttpClient.newHttpClient()).statusCode()).isEqualTo(200);
        assertThat(collector.requests()).hasSize(1);
    }

    private HttpResponse<byte[]> send(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(forwarder.url() + "/v1/traces")).timeout(Duration.ofSeconds(1))
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch.protobuf())).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
