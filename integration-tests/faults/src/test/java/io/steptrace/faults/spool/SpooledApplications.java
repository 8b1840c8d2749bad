package io.steptrace.faults.spool;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.steptrace.collector.Collector;

/** Starts applications that share a collector and a folder for their spool, one after the other. */
record SpooledApplications(Collector collector, Path folder) {

    /** @param more configuration, which goes before that for collector and spool */
    ApplicationProcess start(Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.otel.exporter.otlp.endpoint", collector.url(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                // a wait that becomes a span would make the numbers of spans a matter of chance
                "quarkus.steptrace.promote.queue-wait", "1h",
                "quarkus.steptrace.export.spool", "disk",
                "quarkus.steptrace.export.spool.directory", folder.toString()));
        configuration.putAll(more);
        return ApplicationProcess.with(configuration);
    }

    ApplicationProcess start() {
        return start(Map.of());
    }
}
