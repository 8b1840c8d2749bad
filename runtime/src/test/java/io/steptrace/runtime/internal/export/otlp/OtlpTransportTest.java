package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.ExportFailure;

/** What a request comes to whose connection fails, at which moment. */
class OtlpTransportTest {

    private final Transports transports = new Transports();

    @AfterEach
    void close() {
        transports.close();
    }

    @Test
    void knowsThatNothingWasSentWhereNothingListens() throws IOException {
        try (Socket nobody = new Socket()) {
            // a port that is taken, so that no other test listens there, and where nothing listens
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String nowhere = "http://127.0.0.1:" + nobody.getLocalPort();

            assertUnreachable(transports.http(nowhere));
            assertUnreachable(transports.grpc(nowhere));
        }
    }

    @Test
    void knowsThatNothingWasSentToAnUnknownHost() {
        assertUnreachable(transports.http("http://collector.invalid:4318"));
        assertUnreachable(transports.grpc("http://collector.invalid:4317"));
    }

    @Test
    void knowsThatNothingWasSentWhereTlsFails() throws IOException {
        try (Port port = Port.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertUnreachable(transports.http("https://127.0.0.1:" + port.number()));
            assertUnreachable(transports.grpc("https://127.0.0.1:" + port.number()));
        }
    }

    @Test
    void cannotKnowWhereTheConnectionBreaksLater() throws IOException {
        try (Port port = Port.answering("")) {
            ExportFailure failure = Transports.failure(transports.http("http://127.0.0.1:" + port.number()));

            assertThat(failure.isUnreachable()).isFalse();
            assertThat(failure.isRetryable()).isTrue();
        }
    }

    @Test
    void sendsNothingOnceItIsClosed() {
        OtlpTransport transport = transports.http("http://127.0.0.1:4318");

        transport.close();
        transport.close();

        assertUnreachable(transport);
    }

    @Test
    void judgesAnAnswerThatCannotBeReadByItsStatus() throws IOException {
        try (Port port = Port
                .answering("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nbusy")) {
            ExportFailure failure = Transports.failure(transports.http("http://127.0.0.1:" + port.number(), words -> {
                if (words != null) {
                    throw new IllegalStateException(words);
                }
                return null;
            }));

            assertThat(failure.errorType()).isEqualTo("503");
            assertThat(failure.isRetryable()).isTrue();
        }
    }

    private static void assertUnreachable(OtlpTransport transport) {
        ExportFailure failure = Transports.failure(transport);
        assertThat(failure.isUnreachable()).isTrue();
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.isTooLarge()).isFalse();
        assertThat(failure.errorType()).isEqualTo("connection");
    }
}
