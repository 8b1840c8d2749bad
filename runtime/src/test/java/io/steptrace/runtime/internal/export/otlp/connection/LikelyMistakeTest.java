package io.steptrace.runtime.internal.export.otlp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.List;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.handler.codec.DecoderException;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.OtlpTransport;
import io.steptrace.runtime.internal.export.otlp.Port;
import io.steptrace.runtime.internal.export.otlp.Transports;

/** What is said of a port that speaks something else, and of certificates that are not accepted. */
class LikelyMistakeTest {

    private static final String HTTP_1 = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

    /** A frame with settings, and one that says goodbye, as a gRPC server in Go gives them to a client of HTTP/1.1. */
    private static final byte[] HTTP_2 = { 0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 5, 0, 0, 64, 0, 0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 1 };

    /** A fatal alert: unexpected message. */
    private static final byte[] TLS = { 21, 3, 3, 0, 2, 2, 10 };

    private final Transports transports = new Transports();

    @AfterEach
    void close() {
        transports.close();
    }

    @Test
    void knowsAPortForHttp1WhenItSpeaksGrpc() throws IOException {
        try (Port port = Port.answering(HTTP_1)) {
            assertMistake(transports.grpc("http://127.0.0.1:" + port.number()),
                    "this port speaks HTTP/1.1 and no gRPC - is it quarkus.otel.exporter.otlp.protocol=http/protobuf?");
        }
    }

    @Test
    void knowsAPortForHttp2WhenItSpeaksHttp1() throws IOException {
        try (Port port = Port.answering(HTTP_2)) {
            assertMistake(transports.http("http://127.0.0.1:" + port.number()),
                    "this port speaks HTTP/2, as gRPC does - is it quarkus.otel.exporter.otlp.protocol=grpc?");
        }
    }

    @Test
    void knowsAPortForTlsWhenItSpeaksInClear() throws IOException {
        String remedy = "this port speaks TLS - is it https:// in quarkus.otel.exporter.otlp.endpoint?";
        try (Port port = Port.answering(TLS)) {
            assertMistake(transports.grpc("http://127.0.0.1:" + port.number()), remedy);
            assertMistake(transports.http("http://127.0.0.1:" + port.number()), remedy);
        }
    }

    @Test
    void knowsAPortInClearWhenItSpeaksTls() throws IOException {
        String remedy = "this port does not speak TLS - is it http:// in quarkus.otel.exporter.otlp.endpoint?";
        try (Port http1 = Port.answering(HTTP_1); Port http2 = Port.answering(HTTP_2)) {
            assertMistake(transports.grpc("https://127.0.0.1:" + http1.number()), remedy);
            assertMistake(transports.grpc("https://127.0.0.1:" + http2.number()), remedy);
            assertMistake(transports.http("https://127.0.0.1:" + http1.number()), remedy);
        }
    }

    @Test
    void knowsAPortOfSomethingElse() throws IOException {
        try (Port port = Port.answering("220 mail.example.org ESMTP\r\n")) {
            assertMistake(transports.grpc("http://127.0.0.1:" + port.number()),
                    "this port speaks neither HTTP/2 nor TLS - is quarkus.otel.exporter.otlp.endpoint right?");
        }
    }

    @Test
    void knowsAProxyThatMakesNoTunnel() throws IOException {
        String page = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";
        try (Port proxy = Port.answering(page)) {
            for (OtlpTransport transport : List.of(transports.grpcOver(proxy, "https://collector.invalid:4317"),
                    transports.httpOver(proxy, "https://collector.invalid:4318"))) {
                ExportFailure failure = Transports.failure(transport);
                assertThat(failure).hasMessageStartingWith("the proxy makes no tunnel to the collector (")
                        .hasMessageContaining("407").hasMessageEndingWith("see quarkus.otel.exporter.otlp.proxy-options");
                assertThat(failure.errorType()).isEqualTo("407");
                // wrong credentials again and again may lock an account
                assertThat(failure.isRetryable()).isFalse();
                assertThat(failure.mayPassLater()).isTrue();
            }
        }
    }

    @Test
    void knowsAProxyThatDoesNotPassGrpcInClear() throws IOException {
        try (Port proxy = Port.answering(HTTP_1)) {
            assertMistake(transports.grpcOver(proxy, "http://collector.invalid:4317"),
                    "gRPC in clear passes no proxy for HTTP/1.1 - is it https:// in quarkus.otel.exporter.otlp.endpoint,"
                            + " or quarkus.otel.exporter.otlp.protocol=http/protobuf?");
        }
    }

    @Test
    void knowsCertificatesThatAreNotAccepted() {
        assertThat(LikelyMistake.behind(new SSLHandshakeException("Failed to create SSL connection").initCause(
                new CertificateException("No name matching collector found"))))
                .hasMessageStartingWith("the collector's certificate is not trusted")
                .hasMessageEndingWith("(No name matching collector found)");
        assertThat(LikelyMistake.behind(new DecoderException(
                new SSLHandshakeException("Received fatal alert: certificate_required"))))
                .hasMessageStartingWith("the collector refuses the TLS handshake (certificate_required)");
    }

    @Test
    void leavesOtherFailuresAsTheyAre() {
        Exception failure = new IOException("Connection reset");
        Exception circle = new IOException("first", failure);
        failure.initCause(circle);

        assertThat(LikelyMistake.behind(failure)).isSameAs(failure);
    }

    private static void assertMistake(OtlpTransport transport, String words) {
        ExportFailure failure = Transports.failure(transport);
        assertThat(failure).hasMessage(words);
        assertThat(failure.isUnreachable()).isTrue();
    }
}
