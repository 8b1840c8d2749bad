package io.steptrace.benchmarks.http;

import java.util.List;

import io.steptrace.benchmarks.served.TraceSink;

/** Where the spans of both builds go. */
enum Export {

    /** As the blog is configured: spans are made and ended, and dropped before anyone batches them. */
    NONE("spans are dropped when they end") {
        @Override
        List<String> options(TraceSink sink) {
            return List.of();
        }
    },

    /** To a collector on this machine, so that both builds pay for batches and their encoding too. */
    SINK("spans are exported to a local sink") {
        @Override
        List<String> options(TraceSink sink) {
            return List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + sink.endpoint(),
                    "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                    // room for bursts: a span dropped is cheaper than a span exported
                    "-Dquarkus.otel.bsp.max.queue.size=65536");
        }
    };

    final String description;

    Export(String description) {
        this.description = description;
    }

    /** What to tell the JVM of a blog. */
    abstract List<String> options(TraceSink sink);
}
