package io.steptrace.benchmarks.burst;

import java.util.List;
import java.util.Locale;

import io.steptrace.benchmarks.served.TraceSink;

/** How the bodies of requests travel. */
enum Compression {

    NONE,
    GZIP;

    /** What to tell the JVM of the application; queues hold more than the load ever leaves undelivered, so that none drops. */
    List<String> options(TraceSink sink) {
        return List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + sink.endpoint(),
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                "-Dquarkus.otel.exporter.otlp.compression=" + name().toLowerCase(Locale.ROOT),
                "-Dquarkus.otel.traces.sampler=always_on", "-Dquarkus.otel.bsp.max.queue.size=65536",
                "-Dquarkus.steptrace.export.spool.max-spans=65536", "-Dquarkus.steptrace.console=false",
                // waits for a worker that are long enough become spans, which nobody has asked for
                "-Dquarkus.steptrace.http.dispatch=false");
    }
}
