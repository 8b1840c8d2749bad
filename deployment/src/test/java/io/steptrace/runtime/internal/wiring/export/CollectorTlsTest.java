package io.steptrace.runtime.internal.wiring.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterTracesConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.steptrace.runtime.internal.config.rules.TlsRules;
import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.OtlpTransport;
import io.steptrace.runtime.internal.export.otlp.connection.CollectorClient;
import io.steptrace.runtime.internal.wiring.export.TlsCollector.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** A TLS configuration of the registry is obeyed whole, or refused. */
class CollectorTlsTest {

    private static final String AES_128 = "TLS_AES_128_GCM_SHA256";
    private static final String AES_256 = "TLS_AES_256_GCM_SHA384";

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    static Path folder;

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestKeys.in(folder);
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void agreesOnWhatIsConfigured(Kind kind) {
        assertThat(failure(kind, "TLSv1.3", "localhost", trusting(Map.of("cipher-suites", AES_128)))).isEqualTo("none");
        assertThat(agreed(kind, Map.of("cipher-suites", AES_256))).endsWith("TLSv1.3 " + AES_256);
        assertThat(agreed(kind, Map.of("cipher-suites", AES_128))).endsWith("TLSv1.3 " + AES_128);
    }

    @ParameterizedTest
    @EnumSource
    void refusesARevokedCertificate(Kind kind) {
        Map<String, String> revoked = Map.of("certificate-revocation-list", keys.revocations().toString());

        assertThat(failure(kind, "TLSv1.3", "localhost", trusting(revoked))).contains("revoked");
        assertThat(failure(kind, "TLSv1.3", "localhost", with(revoked, "trust-all", "true"))).contains("revoked");
    }

    @ParameterizedTest
    @EnumSource
    void speaksNoOtherProtocolThanConfigured(Kind kind) {
        assertThat(failure(kind, "TLSv1.2", "localhost", trusting(Map.of("protocols", "TLSv1.3"))))
                .contains("protocol_version");
        assertThat(failure(kind, "TLSv1.3", "localhost", trusting(Map.of("protocols", "TLSv1.2"))))
                .contains("protocol_version");
        assertThat(failure(kind, "TLSv1.2", "localhost", trusting(Map.of("protocols", "TLSv1.3,TLSv1.2")))).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource
    void offersNoOtherCipherSuiteThanConfigured(Kind kind) {
        assertThat(failure(kind, "TLSv1.3", "localhost", trusting(Map.of("cipher-suites", AES_128)), AES_256))
                .contains("handshake_failure");
    }

    @ParameterizedTest
    @EnumSource
    void acceptsAnotherHostOnlyIfSo(Kind kind) {
        Map<String, String> none = Map.of("hostname-verification-algorithm", "NONE");
        Map<String, String> https = Map.of("hostname-verification-algorithm", "HTTPS");

        assertThat(failure(kind, "TLSv1.3", "127.0.0.1", trusting(Map.of()))).contains("127.0.0.1");
        assertThat(failure(kind, "TLSv1.3", "127.0.0.1", trusting(https))).contains("127.0.0.1");
        assertThat(failure(kind, "TLSv1.3", "127.0.0.1", trusting(none))).isEqualTo("none");
        assertThat(failure(kind, "TLSv1.3", "127.0.0.1", Map.of("trust-all", "true"))).isEqualTo("none");
        assertThat(failure(kind, "TLSv1.3", "127.0.0.1", with(https, "trust-all", "true"))).contains("127.0.0.1");
        assertThat(failure(kind, "TLSv1.3", "localhost", none)).contains("not trusted");
    }

    @ParameterizedTest
    @EnumSource
    void asksForANameWithoutADotIfSo(Kind kind) {
        Map<String, String> sni = Map.of("key-store.sni", "true", "key-store.p12.path", keys.store().toString());

        assertThat(calledBy(kind, trusting(sni))).containsExactly("localhost");
        assertThat(calledBy(kind, trusting(Map.of()))).containsExactly("null");
    }

    @Test
    void obeysTheRestAndWaitsNoLongerThanAnAttempt() {
        HttpClientOptions whole = options("https://localhost", trusting(Map.of("alpn", "false", "handshake-timeout", "1s")));
        assertThat(whole.isUseAlpn()).isFalse();
        assertThat(handshakeMillis(whole)).isEqualTo(1_000);
        // which the registry rounds down to no limit
        assertThat(handshakeMillis(options("https://localhost", trusting(Map.of("handshake-timeout", "500ms")))))
                .isEqualTo(4_500);
        assertThat(handshakeMillis(options("https://localhost", trusting(Map.of("handshake-timeout", "1m"))))).isEqualTo(4_500);
        HttpClientOptions inClear = options("http://localhost", trusting(Map.of()));
        assertThat(inClear.isSsl()).isFalse();
    }

    @Test
    void keepsTheOptionsWhileTheCertificatesAreTheSame() {
        var registry = OneTlsConfiguration.of(VERTX,
                trusting(Map.of("certificate-revocation-list", keys.revocations().toString())));
        var made = options("https://localhost", registry);
        HttpClientOptions first = made.build();
        assertThat(made.build()).isSameAs(first);
        assertThat(made.areOutdated(first)).isFalse();
    }

    @Test
    void refusesWhatNoClientCanObey() throws Exception {
        Path noList = Files.writeString(folder.resolve("no.crl"), "nothing is revoked");

        assertThat(violations(true, trusting(Map.of("protocols", "TLSv1.3,TLSv9", "cipher-suites", "ROT13", "alpn", "false",
                "hostname-verification-algorithm", "LDAPS", "certificate-revocation-list", noList.toString()))))
                .containsExactly(
                        "quarkus.tls.collector.protocols must be names that this JVM supports, was TLSv1.3,TLSv9",
                        "quarkus.tls.collector.cipher-suites must be names that this JVM supports, was ROT13",
                        "quarkus.tls.collector.hostname-verification-algorithm must be HTTPS or NONE for a collector, was LDAPS",
                        "quarkus.tls.collector.alpn must be true for a collector of gRPC, which is HTTP/2, was false",
                        "quarkus.tls.collector.certificate-revocation-list must be files with revocation lists, in PEM or DER,"
                                + " was another kind of file");
        assertThat(violations(false, Map.of("certificate-revocation-list", keys.revocations().toString()))).containsExactly(
                "quarkus.tls.collector.trust-store must be set, because quarkus.tls.collector.certificate-revocation-list is"
                        + " - it is not looked at with the certificates that the JVM trusts");
        assertThat(violations(false, trusting(Map.of("alpn", "false", "certificate-revocation-list",
                keys.revocations().toString(), "hostname-verification-algorithm", "NONE")))).isEmpty();
    }

    private static List<String> violations(boolean isHttp2, Map<String, String> tls) {
        return TlsRules.violationsOf("collector", OneTlsConfiguration.of(VERTX, tls).collector(), isHttp2);
    }

    private static long handshakeMillis(HttpClientOptions options) {
        return TimeUnit.MILLISECONDS.convert(options.getSslHandshakeTimeout(), options.getSslHandshakeTimeoutUnit());
    }

    private static Map<String, String> trusting(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("trust-store.p12.path", keys.store().toString());
        all.put("trust-store.p12.password", TestKeys.PASSWORD);
        return all;
    }

    private static Map<String, String> with(Map<String, String> some, String key, String value) {
        Map<String, String> all = new HashMap<>(some);
        all.put(key, value);
        return all;
    }

    private static String agreed(Kind kind, Map<String, String> tls) {
        TlsCollector collector = new TlsCollector(VERTX, keys, "TLSv1.3");
        assertThat(sent(kind, "localhost", collector, trusting(tls))).isEqualTo("none");
        return collector.agreed();
    }

    private static Set<String> calledBy(Kind kind, Map<String, String> tls) {
        TlsCollector collector = new TlsCollector(VERTX, keys, "TLSv1.3");
        assertThat(sent(kind, "localhost", collector, tls)).isEqualTo("none");
        return collector.calledBy();
    }

    private static String failure(Kind kind, String tlsProtocol, String host, Map<String, String> tls, String... suites) {
        TlsCollector collector = new TlsCollector(VERTX, keys, tlsProtocol, suites);
        return sent(kind, host, collector, tls);
    }

    /** Sends a batch; "none" if it was accepted, else the words of the failure. */
    private static String sent(Kind kind, String host, TlsCollector collector, Map<String, String> tls) {
        URI endpoint = URI.create("https://" + host + ":" + collector.port());
        var registry = OneTlsConfiguration.of(VERTX, tls);
        try (OtlpTransport transport = new OtlpTransport(
                new CollectorClient(VERTX, options(endpoint.toString(), registry), kind.protocol()::configure), kind.protocol(),
                endpoint,
                Map.of("user-agent", "test"), Duration.ofSeconds(5))) {
            ExportFailure failure = catchThrowableOfType(ExportFailure.class,
                    () -> transport.send(new Batch(new byte[0], false, 1)));
            return failure == null ? "none" : failure.getMessage();
        } finally {
            collector.close();
        }
    }

    private static HttpClientOptions options(String endpoint, Map<String, String> tls) {
        return options(endpoint, OneTlsConfiguration.of(VERTX, tls)).build();
    }

    private static CollectorClientOptions options(String endpoint, TlsConfigurationRegistry registry) {
        Map<String, String> keys = new HashMap<>(
                Map.of("quarkus.otel.exporter.otlp.traces.tls-configuration-name", "collector"));
        for (String signal : List.of("", "traces.", "metrics.", "logs.")) {
            // which Quarkus hands down
            keys.put("quarkus.otel.exporter.otlp." + signal + "timeout", "5s");
            keys.put("quarkus.otel.exporter.otlp." + signal + "proxy-options.enabled", "false");
        }
        OtlpExporterTracesConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(OtlpExporterRuntimeConfig.class).withSources(new PropertiesConfigSource(keys, "test", 100))
                .build().getConfigMapping(OtlpExporterRuntimeConfig.class).traces();
        return new CollectorClientOptions(config, URI.create(endpoint), Duration.ofSeconds(5), registry);
    }
}
