package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.http.HttpClient;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The collector behind TLS, to clients that trust it and to those that do not. */
class CollectorTlsTest {

    private static TestCertificate certificate;

    private final Collector collector = Collector.secured(certificate);
    private final SpanBatch batch = SpanBatch.of(3);

    @BeforeAll
    static void generate() throws Exception {
        certificate = TestCertificate.generated();
    }

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void acceptsSpansOfAClientThatTrustsIt() throws Exception {
        assertThat(trusting().send(batch).statusCode()).isEqualTo(200);

        assertThat(collector.deliveries()).containsOnlyKeys(batch.spanIds());
    }

    @Test
    void isNotTrustedByDefault() {
        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> ExportClient.of(collector).send(batch));
        assertThat(collector.requests()).isEmpty();
    }

    @Test
    void resetsATlsConnectionToo() throws Exception {
        collector.next(Behaviour.resetAfterAccepting());
        ExportSocket trusting = new ExportSocket(certificate.trusting().getSocketFactory(), collector);

        assertThatIOException().isThrownBy(() -> trusting.send(batch.protobuf())).withMessageStartingWith("Connection reset");
    }

    @Test
    void writesItsCertificateAsPem() {
        assertThat(certificate.pem()).content().startsWith("-----BEGIN CERTIFICATE-----");
    }

    private ExportClient trusting() throws Exception {
        return new ExportClient(HttpClient.newBuilder().sslContext(certificate.trusting()).build(), collector);
    }
}
