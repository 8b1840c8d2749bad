package io.steptrace.faults.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;
import io.steptrace.faults.metrics.Figures;

/** Clients that choose the trace ids of their requests, and keep some of these open; the application has little memory. */
// an application that is out of memory answers no more
@Timeout(120)
class ChosenTraceIdIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEAP = "80m";
    private static final String TAIL = "head:0,tail:error";

    /** With as many traces that are open, the spans below take 108 MB. */
    private static final int OPEN = 40;
    private static final int REQUESTS_PER_TRACE = 3;
    private static final String LARGE = "/spans/45?bytes=20000";

    private final Collector collector = Collector.listening();

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @Test
    void judgesEachRequestForItself() {
        // each request that failed, and a call of the application to itself as a whole
        Set<String> kept = new HashSet<>();
        try (ApplicationProcess application = ApplicationProcess.exportingFromHeap(HEAP, collector, "http/protobuf",
                Map.of("quarkus.steptrace.sampler", TAIL)).started()) {
            Client client = Client.of(application.url());
            List<CompletableFuture<HttpResponse<String>>> open = hold(client, OPEN, "/held/0");
            for (int trace = 1; trace <= OPEN; trace++) {
                kept.add(Client.root(client.get("/remarkable/failure", Client.unsampled(trace))));
                for (int request = 1; request <= REQUESTS_PER_TRACE; request++) {
                    assertThat(client.get(LARGE, Client.unsampled(trace)).statusCode()).isEqualTo(200);
                }
            }
            client.delete("/held/500");
            open.forEach(answer -> kept.add(Client.root(answer.join())));
            kept.addAll(client.get("/itself").body().lines().toList());
            // the last to be kept, and so the last to be sent
            kept.add(Client.root(client.get("/remarkable/failure")));

            collector.awaitSpans(kept);
            assertThat(application.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
        }
        assertThat(kept).hasSize(2 * OPEN + 5);
        assertThat(collector.deliveries()).containsOnlyKeys(kept.toArray(String[]::new));
        assertThat(collector.deliveries().values()).containsOnly(1);
    }

    @Test
    void decidesEarlyAtEachBound() {
        try (ApplicationProcess application = ApplicationProcess.exporting(collector, "http/protobuf", Map.of(
                "quarkus.steptrace.sampler", TAIL,
                "quarkus.steptrace.tail.max-traces", "10",
                "quarkus.steptrace.tail.max-spans-per-trace", "50",
                "quarkus.steptrace.tail.max-spans", "100",
                "quarkus.steptrace.tail.decision-wait", "4s",
                "quarkus.otel.metric.export.interval", "100ms")).started()) {
            Client client = Client.of(application.url());
            hold(client, 1, "/held/60");
            // the third of them is one too many; one after the other, since two that find no room at once may decide two
            for (int open = 2; open <= 4; open++) {
                hold(client, open, "/held/40");
            }
            // with the two that are left there are 13, and the request that counts them is one as well
            hold(client, 15, "/held/0");

            awaitDropped("max_spans", 1);
            awaitDropped("held_spans", 1);
            awaitDropped("max_traces", 4);
            awaitDropped("decision_wait", 9);

            client.delete("/held/500");
            String failed = Client.root(client.get("/remarkable/failure"));
            collector.awaitSpans(Set.of(failed));
            assertThat(collector.deliveries()).as("what fails after its decision follows it").containsOnlyKeys(failed);
        }
    }

    private void awaitDropped(String reason, long traces) {
        new Figures(collector, "steptrace.sampling.dropped", "reason", reason).awaitFigure(count -> count == traces);
    }

    /** Begins requests until so many are open, each of a trace of its own. */
    private static List<CompletableFuture<HttpResponse<String>>> hold(Client client, int open, String path) {
        int already = Integer.parseInt(client.get("/held").body());
        List<CompletableFuture<HttpResponse<String>>> begun = IntStream.rangeClosed(already + 1, open)
                .mapToObj(trace -> client.begin(path, Client.unsampled(trace))).toList();
        await("open requests").atMost(PATIENCE).until(() -> client.get("/held").body().equals(String.valueOf(open)));
        return begun;
    }
}
