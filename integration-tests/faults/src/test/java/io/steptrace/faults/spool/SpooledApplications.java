package io.steptrace.faults.spool;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.steptrace.collector.Collector;
import io.steptrace.collector.RecordingServer;
import io.steptrace.faults.ApplicationProcess;

/**
 * Starts applications that share a collector and a folder for their spool, one after the other.
 *
 * @param protocol of the collector
 */
record SpooledApplications(RecordingServer<?> collector, String protocol, Path folder) {

    SpooledApplications(Collector collector, Path folder) {
        this(collector, "http/protobuf", folder);
    }

    /** @param more configuration, which goes before that for collector and spool */
    ApplicationProcess start(Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.steptrace.export.spool", "disk",
                "quarkus.steptrace.export.spool.directory", folder.toString()));
        configuration.putAll(more);
        return ApplicationProcess.exporting(collector, protocol, configuration);
    }

    ApplicationProcess start() {
        return start(Map.of());
    }
}
