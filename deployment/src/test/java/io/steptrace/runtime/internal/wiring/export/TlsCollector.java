package io.steptrace.runtime.internal.wiring.export;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.steptrace.runtime.internal.export.otlp.OtlpProtocol;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** Accepts every request over TLS, on loopback, and remembers what was agreed on in the last handshake. */
final class TlsCollector {

    enum Kind {
        HTTP("http/protobuf") {
            @Override
            OtlpProtocol protocol() {
                return OtlpProtocol.httpProtobuf(words -> words);
            }
        },
        GRPC("grpc") {
            @Override
            OtlpProtocol protocol() {
                return OtlpProtocol.grpc(words -> words);
            }
        };

        final String key;

        Kind(String key) {
            this.key = key;
        }

        abstract OtlpProtocol protocol();
    }

    private final HttpServer server;
    private final Set<String> calledBy = ConcurrentHashMap.newKeySet();
    private volatile String agreed = "nothing";

    TlsCollector(Vertx vertx, TestKeys keys, String tlsProtocol, String... cipherSuites) {
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0).setSsl(true).setSni(true)
                .setUseAlpn(true)
                .setKeyCertOptions(keys.shown()).setEnabledSecureTransportProtocols(Set.of(tlsProtocol));
        for (String suite : cipherSuites) {
            options.addEnabledCipherSuite(suite);
        }
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> calledBy.add(String.valueOf(connection.indicatedServerName())))
                .requestHandler(this::accept).listen().toCompletionStage()
                .toCompletableFuture().join();
    }

    int port() {
        return server.actualPort();
    }

    /** Version of HTTP, of TLS, and the cipher suite. */
    String agreed() {
        return agreed;
    }

    /** The names by which connections have asked for it, "null" for none. */
    Set<String> calledBy() {
        return calledBy;
    }

    void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void accept(HttpServerRequest request) {
        agreed = request.version() + " " + request.sslSession().getProtocol() + " " + request.sslSession().getCipherSuite();
        boolean isGrpc = "application/grpc".equals(request.getHeader("content-type"));
        request.response().putHeader("content-type", isGrpc ? "application/grpc" : "application/x-protobuf");
        if (isGrpc) {
            request.response().putTrailer("grpc-status", "0");
        }
        request.end().onSuccess(end -> request.response().end());
    }
}
