package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.InvalidProtocolBufferException;

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** Each behaviour as a client meets it. */
class CollectorTest {

    private final Collector collector = Collector.listening();
    private final ExportClient client = ExportClient.of(collector);
    private final SpanBatch batch = SpanBatch.of(3);

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void acceptsSpansAndRemembersTheRequest() throws Exception {
        long before = System.nanoTime();

        HttpResponse<byte[]> response = client.send(client.request(batch.protobuf()).header("X-Tenant", "blue"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ExportTraceServiceResponse.parseFrom(response.body()).hasPartialSuccess()).isFalse();
        ReceivedRequest received = collector.awaitRequests(1).get(0);
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.path()).isEqualTo("/v1/traces");
        assertThat(received.header("x-tenant")).isEqualTo("blue");
        assertThat(received.nanoTime()).isBetween(before, System.nanoTime());
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.spanIds()).isEqualTo(batch.spanIds());
        assertDelivered(1);
    }

    @Test
    void readsCompressedSpans() throws Exception {
        client.send(client.request(batch.gzipped()).header("Content-Encoding", "gzip"));

        assertDelivered(1);
    }

    @Test
    void countsASpanAsOftenAsItArrives() throws Exception {
        client.send(batch);
        client.send(batch);

        collector.awaitSpans(batch.spanIds());
        assertDelivered(2);
        assertThat(collector.requests()).hasSize(2);
    }

    @Test
    void refusesABodyThatIsNoOtlp() throws Exception {
        assertThat(client.send(client.request(new byte[] { 7, 7, 7 })).statusCode()).isEqualTo(400);
        assertThat(client.send(client.request(batch.protobuf()).header("Content-Encoding", "gzip")).statusCode())
                .isEqualTo(400);
        assertThat(collector.deliveries()).isEmpty();
    }

    @Test
    void answersTheStatusAndHeadersOfTheScriptAndThenTheUsual() throws Exception {
        collector.next(Behaviour.status(503, Map.of("Retry-After", "7")), Behaviour.status(400));

        HttpResponse<byte[]> unavailable = client.send(batch);
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(client.send(batch).statusCode()).isEqualTo(400);
        assertThat(collector.deliveries()).isEmpty();

        assertThat(client.send(batch).statusCode()).isEqualTo(200);
        assertThat(collector.requests()).extracting(ReceivedRequest::status).containsExactly(503, 400, 200);
        assertDelivered(1);
    }

    @Test
    void answersForTheTimeBeingAndThenTheUsual() throws Exception {
        collector.next(Behaviour.interim(102));

        assertThat(ExportSocket.to(collector).send(batch.protobuf()))
                .startsWith("HTTP/1.1 102 Interim\r\n\r\nHTTP/1.1 200 OK\r\n");
    }

    @Test
    void keepsItsUsualBehaviourUntilItIsGivenAnother() throws Exception {
        collector.always(Behaviour.status(429));
        assertThat(client.send(batch).statusCode()).isEqualTo(429);
        assertThat(client.send(batch).statusCode()).isEqualTo(429);

        collector.always(Behaviour.accept());
        assertThat(client.send(batch).statusCode()).isEqualTo(200);
    }

    @Test
    void resetsBeforeReading() {
        collector.next(Behaviour.resetBeforeReading());

        assertReset();
        assertThat(collector.awaitRequests(1).get(0).spanCount()).isZero();
        assertThat(collector.deliveries()).isEmpty();
    }

    @Test
    void resetsInTheMiddleOfABody() {
        collector.next(Behaviour.resetMidBody());

        assertThatIOException().isThrownBy(() -> client.send(client.request(SpanBatch.of(100_000).protobuf())))
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(collector.awaitRequests(1).get(0).spanCount()).isZero();
        assertThat(collector.deliveries()).isEmpty();
    }

    @Test
    void resetsAfterAccepting() {
        collector.next(Behaviour.resetAfterAccepting());

        assertReset();
        assertThat(collector.awaitRequests(1).get(0).status()).isEqualTo(ReceivedRequest.UNANSWERED);
        assertDelivered(1);
    }

    @Test
    void stallsUntilTheClientGivesUp() {
        collector.next(Behaviour.stall());

        CompletableFuture<HttpResponse<byte[]>> answer = client.begin(batch);
        ReceivedRequest stalled = collector.awaitRequests(1).get(0);
        assertThat(stalled.spanCount()).isEqualTo(3);
        assertThat(stalled.status()).isEqualTo(ReceivedRequest.UNANSWERED);
        assertThat(collector.deliveries()).isEmpty();
        assertThat(answer).isNotDone();

        answer.cancel(true);
        collector.awaitOpenConnections(0);
    }

    @Test
    void tricklesAnAnswerUntilTheClientGoesAway() throws Exception {
        collector.next(Behaviour.trickle(Duration.ofMillis(10)));

        assertBodyGoesOn(5);
        assertDelivered(1);
        collector.awaitOpenConnections(0);
    }

    @Test
    void sendsAnEndlessBodyUntilTheClientGoesAway() throws Exception {
        collector.next(Behaviour.endlessBody());

        assertBodyGoesOn(8_000_000);
        collector.awaitOpenConnections(0);
        assertThat(client.send(batch).statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsSomeSpansOfARequest() throws Exception {
        collector.next(Behaviour.partialSuccess(1, "too old"));

        HttpResponse<byte[]> response = client.send(batch);

        ExportTracePartialSuccess partial = ExportTraceServiceResponse.parseFrom(response.body()).getPartialSuccess();
        assertThat(partial.getRejectedSpans()).isEqualTo(1);
        assertThat(partial.getErrorMessage()).isEqualTo("too old");
        assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds().subList(0, 2));
    }

    @Test
    void answersGarbage() throws Exception {
        collector.next(Behaviour.garbage(), Behaviour.html());

        HttpResponse<byte[]> garbage = client.send(batch);
        assertThat(garbage.statusCode()).isEqualTo(200);
        assertThatExceptionOfType(InvalidProtocolBufferException.class)
                .isThrownBy(() -> ExportTraceServiceResponse.parseFrom(garbage.body()));

        HttpResponse<byte[]> html = client.send(batch);
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void redirects() throws Exception {
        collector.next(Behaviour.redirect(collector.url() + "/elsewhere"));

        HttpResponse<byte[]> response = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()
                .send(client.request(batch.protobuf()).build(), BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(collector.requests()).extracting(ReceivedRequest::path).containsExactly("/v1/traces", "/elsewhere");
        assertDelivered(1);
    }

    private void assertReset() {
        assertThatIOException().isThrownBy(() -> ExportSocket.to(collector).send(batch.protobuf()))
                .withMessageStartingWith("Connection reset");
    }

    private void assertBodyGoesOn(int bytes) throws Exception {
        HttpResponse<InputStream> response = client.open(batch);
        assertThat(response.statusCode()).isEqualTo(200);
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(bytes)).hasSize(bytes);
        }
    }

    private void assertDelivered(int times) {
        assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds());
        assertThat(List.copyOf(collector.deliveries().values())).containsOnly(times);
    }
}
