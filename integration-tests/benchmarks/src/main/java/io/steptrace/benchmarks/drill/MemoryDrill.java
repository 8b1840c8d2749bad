package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.steptrace.benchmarks.drill.Sent.Account;
import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.collector.Collector;

/** Takes one application through one cell of the table. */
final class MemoryDrill implements AutoCloseable {

    private static final int REQUESTS_AFTERWARDS = 20;
    /** Many times what retries and the circuit breaker wait here. */
    private static final Duration STANDSTILL = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Cell cell;
    private final Collector collector = Collector.listening();
    private final CountedLoad load = new CountedLoad();
    private final Sent sent = new Sent();
    private final ServedBuild build;
    private final HealthPage health;

    MemoryDrill(Cell cell, Path folder) throws IOException {
        this.cell = cell;
        this.build = ServedBuild.start(folder, options());
        this.health = new HealthPage(build);
    }

    CellResult run() throws IOException, InterruptedException {
        health.awaitReady();
        cell.outage().begin(collector);
        boolean isAnswered = load.visit(page(cell.spans().bytes), cell.spans().requests);
        cell.outage().end(collector);
        settle();
        boolean isAlive = isAnswered && tracesAfterwards();
        // requests that were given up are none of those that failed
        long failedRequests = sent.failures() + (isAnswered ? 0 : 1);
        return new CellResult(account(), countedLost(), failedRequests, build.hasPrinted("OutOfMemoryError"), isAlive);
    }

    @Override
    public void close() {
        build.close();
        load.close();
        collector.close();
    }

    private boolean tracesAfterwards() throws InterruptedException {
        Set<String> before = sent.spanIds();
        boolean isAnswered = load.visit(page(0), REQUESTS_AFTERWARDS);
        settle();
        Set<String> afterwards = new HashSet<>(sent.spanIds());
        afterwards.removeAll(before);
        return isAnswered && collector.deliveries().keySet().containsAll(afterwards);
    }

    /** Waits until every span is delivered or counted, or nothing has moved for a while. */
    private void settle() throws InterruptedException {
        long moved = System.nanoTime();
        long missing = Long.MAX_VALUE;
        while (System.nanoTime() - moved < STANDSTILL.toNanos()) {
            long stillMissing = account().lost() - countedLost();
            if (stillMissing == 0) {
                return;
            }
            if (stillMissing < missing) {
                missing = stillMissing;
                moved = System.nanoTime();
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private Account account() {
        return Account.of(sent.spanIds(), collector.deliveries());
    }

    private long countedLost() throws InterruptedException {
        try {
            return health.export().lostSpans();
        } catch (IOException noAnswer) {
            // what has no memory left counts nothing
            return 0;
        }
    }

    private SpansPage page(int bytes) {
        return new SpansPage(build.port(), 1, bytes, sent);
    }

    /** An outage that ends soon after the load, and no spans but those asked for. */
    private List<String> options() {
        return List.of("-Xms16m", "-Xmx" + cell.heapMegabytes() + "m",
                "-Dquarkus.otel.exporter.otlp.endpoint=" + collector.url(),
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                "-Dquarkus.otel.exporter.otlp.timeout=2s",
                "-Dquarkus.otel.traces.sampler=always_on",
                "-Dquarkus.steptrace.export.circuit-breaker.reset-timeout=2s",
                "-Dquarkus.steptrace.console=false",
                "-Dquarkus.steptrace.http.dispatch=false");
    }
}
