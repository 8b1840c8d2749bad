package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.collector.grpc.GrpcCollector;
import io.steptrace.collector.grpc.GrpcFailure;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.net.SocketAddress;
import io.vertx.grpc.client.GrpcClient;
import io.vertx.grpc.client.GrpcClientResponse;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.common.ServiceName;

/** Each behaviour as a gRPC client meets it. */
class GrpcCollectorTest {

    private static final ServiceName SERVICE = ServiceName.create("opentelemetry.proto.collector.trace.v1.TraceService");

    private final GrpcCollector collector = GrpcCollector.listening();
    private final Vertx vertx = Vertx.vertx();
    private final GrpcClient client = GrpcClient.client(vertx);
    private final SpanBatch batch = SpanBatch.of(3);

    /** What a call came to, once it is over. */
    record Outcome(GrpcStatus status, String message, Buffer body, String details) {
    }

    @AfterEach
    void close() {
        collector.close();
        vertx.close();
    }

    @Test
    void acceptsSpansAndRemembersTheCall() throws Exception {
        assertThat(export().status()).isEqualTo(GrpcStatus.OK);

        ReceivedRequest received = collector.awaitRequests(1).get(0);
        assertThat(received.path()).isEqualTo("/opentelemetry.proto.collector.trace.v1.TraceService/Export");
        assertThat(received.header("content-type")).startsWith("application/grpc");
        assertThat(received.status()).isEqualTo(GrpcStatus.OK.code);
        assertThat(received.spanIds()).isEqualTo(batch.spanIds());
        assertDelivered();
    }

    @Test
    void readsCompressedSpans() throws Exception {
        assertThat(export("Export", "gzip").status()).isEqualTo(GrpcStatus.OK);

        assertDelivered();
    }

    @Test
    void knowsNoOtherMethod() throws Exception {
        assertThat(export("Import", "identity").status()).isEqualTo(GrpcStatus.UNIMPLEMENTED);
        assertThat(collector.requests()).isEmpty();
    }

    @Test
    void answersTheStatusOfTheScript() throws Exception {
        collector.next(GrpcBehaviour.status(GrpcStatus.UNAVAILABLE, "gone fishing"));

        Outcome outcome = export();

        assertThat(outcome.status()).isEqualTo(GrpcStatus.UNAVAILABLE);
        assertThat(outcome.message()).isEqualTo("gone fishing");
        assertThat(collector.deliveries()).isEmpty();
    }

    @Test
    void answersAMessageThatIsNotEncoded() throws Exception {
        collector.next(GrpcBehaviour.statusWithBareMessage(GrpcStatus.UNAVAILABLE, "gone fishing"));

        assertThat(export()).returns(GrpcStatus.UNAVAILABLE, Outcome::status).returns("gone fishing", Outcome::message);
    }

    @Test
    void saysWhenARetryIsWorthWhile() throws Exception {
        collector.next(GrpcBehaviour.exhausted(Duration.ofMillis(1500)));

        Outcome outcome = export();

        assertThat(outcome.status()).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED);
        Status status = Status.parseFrom(Base64.getDecoder().decode(outcome.details()));
        assertThat(status.getCode()).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED.code);
        RetryInfo retry = status.getDetails(0).unpack(RetryInfo.class);
        assertThat(retry.getRetryDelay().getSeconds()).isOne();
        assertThat(retry.getRetryDelay().getNanos()).isEqualTo(500_000_000);
    }

    @Test
    void rejectsSomeSpansOfACall() throws Exception {
        collector.next(GrpcBehaviour.partialSuccess(2, "too old"));

        Outcome outcome = export();

        assertThat(outcome.status()).isEqualTo(GrpcStatus.OK);
        assertThat(ExportTraceServiceResponse.parseFrom(outcome.body().getBytes()).getPartialSuccess())
                .returns(2L, partial -> partial.getRejectedSpans())
                .returns("too old", partial -> partial.getErrorMessage());
        assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds().subList(0, 1));
    }

    @Test
    void stallsUntilItStops() {
        collector.next(GrpcBehaviour.stall());
        CompletableFuture<Outcome> stalled = call("Export", "identity");

        assertThat(collector.awaitRequests(1).get(0).spanCount()).isEqualTo(3);
        assertThat(stalled).isNotDone();
        assertThat(collector.deliveries()).isEmpty();

        collector.stop();
        assertBroken(stalled, HttpClosedException.class);
    }

    @Test
    void resetsBeforeAccepting() {
        collector.next(GrpcBehaviour.reset());

        assertBroken(call("Export", "identity"), HttpClosedException.class);
        assertThat(collector.awaitRequests(1).get(0).status()).isEqualTo(ReceivedRequest.UNANSWERED);
        assertThat(collector.deliveries()).isEmpty();
        collector.awaitOpenConnections(0);
    }

    @Test
    void resetsAfterAccepting() {
        collector.next(GrpcBehaviour.resetAfterAccepting());

        assertBroken(call("Export", "identity"), HttpClosedException.class);
        assertDelivered();
    }

    @Test
    void refusesConnectionsWhileStoppedAndComesBackOnTheSamePort() throws Exception {
        collector.stop();
        assertBroken(call("Export", "identity"), ConnectException.class);

        collector.start();
        assertThat(export().status()).isEqualTo(GrpcStatus.OK);
    }

    private void assertDelivered() {
        assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds());
        assertThat(collector.deliveries().values()).containsOnly(1);
    }

    private static void assertBroken(CompletableFuture<Outcome> call, Class<? extends Exception> cause) {
        assertThat(call).failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class).withCauseInstanceOf(cause);
    }

    private Outcome export() throws Exception {
        return export("Export", "identity");
    }

    private Outcome export(String method, String encoding) throws Exception {
        return call(method, encoding).get(20, TimeUnit.SECONDS);
    }

    private CompletableFuture<Outcome> call(String method, String encoding) {
        return client.request(SocketAddress.inetSocketAddress(collector.port(), "127.0.0.1"))
                .compose(request -> {
                    request.serviceName(SERVICE).methodName(method).encoding(encoding);
                    return request.send(Buffer.buffer(batch.protobuf()));
                })
                .compose(GrpcCollectorTest::outcome)
                .toCompletionStage().toCompletableFuture();
    }

    private static Future<Outcome> outcome(GrpcClientResponse<Buffer, Buffer> response) {
        Buffer body = Buffer.buffer();
        response.handler(body::appendBuffer);
        // to this client any status but OK is a failure, and so is a call that ends without one
        return response.end()
                .recover(failure -> response.status() == null ? Future.failedFuture(failure) : Future.succeededFuture())
                .map(end -> new Outcome(response.status(), response.statusMessage(), body, details(response)));
    }

    private static String details(GrpcClientResponse<Buffer, Buffer> response) {
        // a call that fails at once carries its trailers in its head
        MultiMap trailers = response.trailers().contains(GrpcFailure.DETAILS) ? response.trailers() : response.headers();
        return trailers.get(GrpcFailure.DETAILS);
    }
}
