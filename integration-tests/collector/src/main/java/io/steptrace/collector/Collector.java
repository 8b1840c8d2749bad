package io.steptrace.collector;

import java.util.List;

import io.opentelemetry.proto.metrics.v1.Metric;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** An OTLP collector over HTTP/1.1 that accepts every span unless a test makes it misbehave. Safe for any thread. */
public final class Collector extends RecordingServer<Behaviour> {

    private final MetricsRecording metrics = new MetricsRecording();

    private Collector(int port, HttpServerOptions options) {
        super(port, options.setHttp2ClearTextEnabled(false).setUseAlpn(false), Behaviour.accept());
    }

    /** Listens on a free port. */
    public static Collector listening() {
        return listeningOn(0);
    }

    public static Collector listeningOn(int port) {
        return started(new Collector(port, new HttpServerOptions()));
    }

    /** Listens on a free port and speaks TLS only. */
    public static Collector secured(TestCertificate certificate) {
        return started(new Collector(0, certificate.presented()));
    }

    /** Listens on a free port, speaks TLS only, and only with clients that show the same certificate. */
    public static Collector mutuallySecured(TestCertificate certificate) {
        return started(new Collector(0, certificate.demanded()));
    }

    /** The metrics in the order of their arrival; their requests are not among {@link #requests()}, nor in the script. */
    public List<Metric> metrics() {
        return metrics.metrics();
    }

    @Override
    protected void serve(HttpServerRequest request) {
        if (request.path().endsWith(MetricsRecording.PATH)) {
            metrics.serve(request);
        } else {
            take().meet(new Exchange(vertx(), request, recording()));
        }
    }

    private static Collector started(Collector collector) {
        collector.start();
        return collector;
    }
}
