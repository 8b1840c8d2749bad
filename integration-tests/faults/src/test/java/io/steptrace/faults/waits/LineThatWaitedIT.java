package io.steptrace.faults.waits;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** A long wait has the line of code that waited, in a binary too, where its event comes without a stack. */
class LineThatWaitedIT {

    /** The detection begins a moment after the application. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITS = "io.steptrace.faults.RemarkableResource.delay";

    private final Collector collector = Collector.listening();
    private final Queue<Span> waits = new ConcurrentLinkedQueue<>();

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @Test
    void isKnown() {
        collector.onSpan(span -> {
            if (span.getName().equals("job.park(timer)")) {
                waits.add(span);
            }
        });
        try (ApplicationProcess application = ApplicationProcess.exporting(collector, "http/protobuf",
                Map.of("quarkus.steptrace.promote.park-wait", "200ms")).started()) {
            await("a wait with its line").atMost(PATIENCE).until(() -> {
                application.spanOfRequest("/remarkable/delay/300", 204);
                return waits.stream().anyMatch(LineThatWaitedIT::hasItsLine);
            });
        }
    }

    private static boolean hasItsLine(Span wait) {
        return wait.getAttributesList().stream().filter(attribute -> attribute.getKey().equals("code.function.name"))
                .anyMatch(function -> function.getValue().getStringValue().equals(WAITS))
                && wait.getAttributesList().stream().map(KeyValue::getKey).toList().contains("code.line.number");
    }
}
