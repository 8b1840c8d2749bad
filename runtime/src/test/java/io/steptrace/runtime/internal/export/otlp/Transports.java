package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.connection.ClientOptions;
import io.steptrace.runtime.internal.export.otlp.connection.CollectorClient;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;

/** Ways to a port on loopback. */
public final class Transports implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();

    public OtlpTransport http(String endpoint) {
        return http(endpoint, Answers.READABLE);
    }

    public OtlpTransport http(String endpoint, UnaryOperator<String> readable) {
        return of(OtlpProtocol.httpProtobuf(readable), URI.create(endpoint));
    }

    public OtlpTransport grpc(String endpoint) {
        return of(OtlpProtocol.grpc(Answers.READABLE), URI.create(endpoint));
    }

    public OtlpTransport grpcOver(Port proxy, String endpoint) {
        return of(OtlpProtocol.grpc(Answers.READABLE), URI.create(endpoint),
                new ProxyOptions().setHost("127.0.0.1").setPort(proxy.number()));
    }

    public OtlpTransport httpOver(Port proxy, String endpoint) {
        return of(OtlpProtocol.httpProtobuf(Answers.READABLE), URI.create(endpoint),
                new ProxyOptions().setHost("127.0.0.1").setPort(proxy.number()));
    }

    /** What a request comes to. */
    public static ExportFailure failure(OtlpTransport transport) {
        return catchThrowableOfType(ExportFailure.class, () -> transport.send(new Batch(new byte[] { 1 }, false, 1)));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private OtlpTransport of(OtlpProtocol protocol, URI endpoint) {
        return of(protocol, endpoint, null);
    }

    private OtlpTransport of(OtlpProtocol protocol, URI endpoint, ProxyOptions proxy) {
        boolean isTls = endpoint.getScheme().equals("https");
        HttpClientOptions options = new HttpClientOptions().setDefaultHost(endpoint.getHost())
                .setDefaultPort(endpoint.getPort()).setSsl(isTls).setUseAlpn(isTls).setProxyOptions(proxy);
        CollectorClient client = new CollectorClient(vertx, new LastingOptions(options), protocol::configure);
        return new OtlpTransport(client, protocol, endpoint, Map.of("user-agent", "test"), Duration.ofSeconds(20));
    }

    /** Options that are never outdated. */
    private record LastingOptions(HttpClientOptions build) implements ClientOptions {

        @Override
        public boolean areOutdated(HttpClientOptions made) {
            return false;
        }
    }
}
