package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** What a request comes to whose connection fails, at which moment. */
class OtlpTransportTest {

    private static final Batch BATCH = new Batch(new byte[] { 1 }, false, 1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void knowsThatNothingWasSentWhereNothingListens() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OtlpTransport transport = transport(server.getLocalPort());
            server.close();

            assertUnreachable(transport);
        }
    }

    @Test
    void knowsThatNothingWasSentToAnUnknownHost() {
        assertUnreachable(transport(URI.create("http://collector.invalid:4318"), new HttpClientOptions()));
    }

    @Test
    void knowsThatNothingWasSentWhereTlsFails() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> closed = answeringOnce(server, "HTTP/1.1 400 Bad Request\r\n\r\n");

            assertUnreachable(transport(URI.create("https://127.0.0.1:" + server.getLocalPort()),
                    new HttpClientOptions().setSsl(true).setTrustAll(true)));
            closed.join();
        }
    }

    @Test
    void cannotKnowWhereTheConnectionBreaksLater() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> closed = answeringOnce(server, "");

            ExportFailure failure = failure(transport(server.getLocalPort()));

            assertThat(failure.isUnreachable()).isFalse();
            assertThat(failure.isRetryable()).isTrue();
            closed.join();
        }
    }

    private void assertUnreachable(OtlpTransport transport) {
        ExportFailure failure = failure(transport);
        assertThat(failure.isUnreachable()).isTrue();
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.isTooLarge()).isFalse();
        assertThat(failure.errorType()).isEqualTo("connection");
    }

    private static ExportFailure failure(OtlpTransport transport) {
        return catchThrowableOfType(ExportFailure.class, () -> transport.send(BATCH));
    }

    private OtlpTransport transport(int port) {
        return transport(URI.create("http://127.0.0.1:" + port), new HttpClientOptions());
    }

    private OtlpTransport transport(URI endpoint, HttpClientOptions options) {
        options.setDefaultHost(endpoint.getHost()).setDefaultPort(endpoint.getPort());
        OtlpProtocol protocol = OtlpProtocol.httpProtobuf(Answers.READABLE);
        return new OtlpTransport(new CollectorClient(vertx, () -> options, protocol), protocol, endpoint,
                Map.of("user-agent", "test"), Duration.ofSeconds(20));
    }

    /** Accepts one connection, reads some of what comes, answers and closes. */
    private static CompletableFuture<Void> answeringOnce(ServerSocket server, String answer) {
        return CompletableFuture.runAsync(() -> {
            try (Socket connection = server.accept()) {
                connection.getInputStream().read();
                connection.getOutputStream().write(answer.getBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
