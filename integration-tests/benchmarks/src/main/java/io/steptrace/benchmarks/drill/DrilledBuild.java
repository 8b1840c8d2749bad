package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.steptrace.benchmarks.drill.Sent.Account;
import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.collector.Collector;

/** A build of the application with a load and a collector of its own. */
public final class DrilledBuild implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Collector collector = Collector.listening();
    private final Sent sent = new Sent();
    private final ServedBuild build;
    private final HealthPage health;
    private final OpenLoop load;

    private DrilledBuild(Path folder, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + collector.url(),
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf", "-Dquarkus.otel.traces.sampler=always_on",
                "-Dquarkus.steptrace.console=false"));
        all.addAll(options);
        build = ServedBuild.start(folder, all);
        health = new HealthPage(build);
        load = new OpenLoop(build.port(), sent);
    }

    /** Starts the application and waits until it is ready; the load is begun by the caller. */
    public static DrilledBuild start(Path folder, List<String> options) throws IOException, InterruptedException {
        DrilledBuild started = new DrilledBuild(folder, options);
        try {
            started.health.awaitReady();
        } catch (RuntimeException | InterruptedException e) {
            started.close();
            throw e;
        }
        return started;
    }

    public Collector collector() {
        return collector;
    }

    public ServedBuild build() {
        return build;
    }

    public HealthPage.Export export() throws IOException, InterruptedException {
        return health.export();
    }

    public OpenLoop load() {
        return load;
    }

    public Sent sent() {
        return sent;
    }

    boolean hasDelivered(Set<String> spanIds) {
        return collector.deliveries().keySet().containsAll(spanIds);
    }

    /** Waits until these spans are delivered, up to a limit. */
    void awaitDelivery(Set<String> spanIds, Duration limit) throws InterruptedException {
        long giveUp = System.nanoTime() + limit.toNanos();
        while (!hasDelivered(spanIds) && System.nanoTime() - giveUp < 0) {
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Once the load has stopped: waits for the last spans up to a limit, stops the process and says what became of all. */
    Account settle(Duration limit) throws InterruptedException {
        awaitDelivery(sent.spanIds(), limit);
        build.close();
        return Account.of(sent.spanIds(), collector.deliveries());
    }

    @Override
    public void close() {
        build.close();
        load.close();
        collector.close();
    }
}
