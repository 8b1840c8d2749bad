package io.steptrace.bare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;

import io.steptrace.collector.Collector;
import io.steptrace.packaged.PackagedApplication;

/** The packaged command: nothing of the tests is on its class path. */
class BareIT {

    @Test
    void exportsItsSpansBeforeItEnds() {
        Queue<String> exported = new ConcurrentLinkedQueue<>();
        try (Collector collector = Collector.listening()) {
            collector.onSpan(span -> exported.add(span.getName()));
            try (PackagedApplication command = PackagedApplication.with(Map.of(
                    "quarkus.otel.exporter.otlp.endpoint", collector.url(),
                    "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                    // later than the command ends
                    "quarkus.otel.bsp.schedule.delay", "1h",
                    // a busy machine takes its time for the first request of a process
                    "quarkus.steptrace.export.shutdown-timeout", "20s",
                    "quarkus.steptrace.promote.queue-wait", "1h",
                    "quarkus.steptrace.promote.park-wait", "1h"))) {
                assertThat(command.ended()).as("exit code").isZero();
                assertThat(command.lines()).contains("Hello, World!").noneMatch(BareIT::isTroubleOfOurs)
                        .anyMatch(line -> line.contains("Installed features: [") && line.contains("steptrace"));
            }
        }
        assertThat(exported).containsExactlyInAnyOrder("step.greet", "file.read salutation", "cache.get title",
                "compute.capitalise", "step.greet.resume");
    }

    private static boolean isTroubleOfOurs(String line) {
        return (line.contains(" WARN ") || line.contains(" ERROR ")) && line.contains("io.ste");
    }
}
