package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.steptrace.benchmarks.drill.Sent.Account;
import io.steptrace.benchmarks.served.JvmSample;

/** One build on its way through an outage, step by step, so that two of them can go side by side. */
final class OutageDrill {

    /** The parts of a drill whose answers are compared. */
    enum Phase {
        HEALTHY,
        OUTAGE,
        RECOVERY
    }

    /**
     * What an outage did to one build.
     *
     * @param account of all spans, warm-up included
     * @param failedRequests without an answer of status 200
     * @param drainSeconds from the return of the collector until all spans of before were delivered; NaN for never
     * @param logLines printed during outage and recovery
     * @param before right before the outage
     * @param atItsEnd right before the collector returned
     * @param latencies of each phase
     */
    record Figures(Account account, long failedRequests, double drainSeconds, long logLines, JvmSample before,
            JvmSample atItsEnd, Map<Phase, Latencies> latencies) {
    }

    private final DrilledBuild drilled;
    private final Map<Phase, Latencies> latencies = new EnumMap<>(Phase.class);

    private JvmSample before;
    private JvmSample atItsEnd;
    private long logLinesBefore;
    private Set<String> owed = Set.of();
    private long returnedNanos;
    private double drainSeconds = Double.NaN;

    OutageDrill(DrilledBuild drilled) {
        this.drilled = drilled;
    }

    void beginLoad() {
        drilled.load().start();
    }

    void endLoad() throws InterruptedException, TimeoutException {
        drilled.load().stop();
    }

    void enter(Phase phase) {
        drilled.load().recordInto(latencies.computeIfAbsent(phase, absent -> new Latencies()));
    }

    /** Takes samples, whose garbage collections no phase is charged for, then the collector dies. */
    void loseCollector() throws IOException {
        drilled.load().recordInto(new Latencies());
        before = drilled.build().sample();
        logLinesBefore = drilled.build().logLines();
        drilled.collector().stop();
    }

    /** Takes samples again, then the collector is back. */
    void returnCollector() throws IOException {
        drilled.load().recordInto(new Latencies());
        atItsEnd = drilled.build().sample();
        owed = drilled.sent().spanIds();
        drilled.collector().start();
        returnedNanos = System.nanoTime();
    }

    /** Whether all spans from before the collector's return are delivered; the first time they are is remembered. */
    boolean isDrained() {
        if (Double.isNaN(drainSeconds) && drilled.hasDelivered(owed)) {
            drainSeconds = (System.nanoTime() - returnedNanos) / 1e9;
        }
        return !Double.isNaN(drainSeconds);
    }

    /** Once the load has stopped: what the outage has done; waits for the last spans up to a limit. */
    Figures end(Duration limit) throws IOException, InterruptedException {
        long logLines = drilled.build().logLines() - logLinesBefore;
        return new Figures(drilled.settle(limit), drilled.sent().failures(), drainSeconds, logLines, before, atItsEnd,
                latencies);
    }
}
