package io.steptrace.collector.grpc;

import io.steptrace.collector.RecordingServer;
import io.steptrace.collector.TestCertificate;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServer;

/** An OTLP collector over gRPC that accepts every span unless a test makes it misbehave. Safe for any thread. */
public final class GrpcCollector extends RecordingServer<GrpcBehaviour> {

    private static final String EXPORT = "opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private final GrpcServer calls;

    private GrpcCollector(int port, HttpServerOptions options) {
        super(port, options, GrpcBehaviour.accept());
        calls = GrpcServer.server(vertx()).callHandler(call -> {
            if (call.fullMethodName().equals(EXPORT)) {
                take().meet(new GrpcExchange(call, recording()));
            } else {
                call.response().status(GrpcStatus.UNIMPLEMENTED).end();
            }
        });
    }

    /** Listens on a free port. */
    public static GrpcCollector listening() {
        return listeningOn(0);
    }

    public static GrpcCollector listeningOn(int port) {
        return started(new GrpcCollector(port, new HttpServerOptions()));
    }

    /** Listens on a free port and speaks TLS only. */
    public static GrpcCollector secured(TestCertificate certificate) {
        return started(new GrpcCollector(0, certificate.presented().setUseAlpn(true)));
    }

    /** Listens on a free port, speaks TLS only, and only with clients that show the same certificate. */
    public static GrpcCollector mutuallySecured(TestCertificate certificate) {
        return started(new GrpcCollector(0, certificate.demanded().setUseAlpn(true)));
    }

    @Override
    protected void serve(HttpServerRequest request) {
        calls.handle(request);
    }

    private static GrpcCollector started(GrpcCollector collector) {
        collector.start();
        return collector;
    }
}
