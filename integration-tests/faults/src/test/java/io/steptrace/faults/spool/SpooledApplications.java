package io.steptrace.faults.spool;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** Starts applications that share a collector and a folder for their spool, one after the other. */
record SpooledApplications(Collector collector, Path folder) {

    /** @param more configuration, which goes before that for collector and spool */
    ApplicationProcess start(Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.steptrace.export.spool", "disk",
                "quarkus.steptrace.export.spool.directory", folder.toString()));
        configuration.putAll(more);
        return ApplicationProcess.exporting(collector, "http/protobuf", configuration);
    }

    ApplicationProcess start() {
        return start(Map.of());
    }
}
