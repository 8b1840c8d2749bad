package io.steptrace.faults.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** More spans than the heap holds, while the collector takes none of them. */
class SmallHeapIT {

    private static final String HEAP = "80m";

    /** 120 MB in all. */
    private static final int REQUESTS = 600;
    private static final int SPANS = 10;
    private static final int BYTES = 20_000;
    private static final int AT_A_TIME = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A failure after the other, and no long wait for the trial. */
    private static final Map<String, String> HURRIED = Map.of(
            "quarkus.steptrace.export.retry.initial-interval", "20ms",
            "quarkus.steptrace.export.retry.max-interval", "100ms",
            "quarkus.steptrace.export.circuit-breaker.reset-timeout", "500ms");

    private final Collector collector = Collector.listening();
    private final ExecutorService clients = Executors.newFixedThreadPool(AT_A_TIME);

    @AfterEach
    void close() {
        clients.shutdownNow();
        collector.close();
    }

    @Test
    // an application that is out of memory answers no more
    @Timeout(180)
    void countsEverySpanThatItDoesNotDeliverAndGoesOnTracing() throws Exception {
        collector.always(Behaviour.status(503));
        try (ApplicationProcess application = ApplicationProcess
                .exportingFromHeap(HEAP, collector, "http/protobuf", HURRIED).started()) {
            Set<String> made = makeTraces(application);

            collector.always(Behaviour.accept());

            await("account").atMost(PATIENCE).untilAsserted(() -> assertThat(application.health("lost-spans"))
                    .isEqualTo(missing(made)));
            List<String> afterwards = application.makeTrace(SPANS, 0);
            collector.awaitSpans(afterwards);
            assertThat(application.health("lost-spans")).isEqualTo(missing(made));
            assertThat(collector.deliveries().values()).containsOnly(1);
            assertThat(application.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
        }
    }

    /** The ids of all spans of requests that were all answered. */
    private Set<String> makeTraces(ApplicationProcess application) throws Exception {
        List<Future<List<String>>> requests = Stream.generate(() -> clients.submit(() -> application.makeTrace(SPANS, BYTES)))
                .limit(REQUESTS).toList();
        Set<String> made = new HashSet<>();
        for (Future<List<String>> request : requests) {
            made.addAll(request.get());
        }
        return made;
    }

    private int missing(Set<String> made) {
        Set<String> missing = new HashSet<>(made);
        missing.removeAll(collector.deliveries().keySet());
        return missing.size();
    }
}
