package io.steptrace.benchmarks.burst;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.Loopback;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.RoundPair;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.vertx.core.Vertx;

/**
 * Has spans exported by the guarded exporter and by Quarkus' own, in turn, and writes the ratio of their throughputs.
 * <p>
 * Arguments: {@code full|quick <folder of the application with the guard> <folder without> <file of the table>}.
 */
public final class BurstRun {

    private final BurstEffort effort;
    private final Path measuredBuild;
    private final Path rivalBuild;

    private BurstRun(BurstEffort effort, Path measuredBuild, Path rivalBuild) {
        this.effort = effort;
        this.measuredBuild = measuredBuild;
        this.rivalBuild = rivalBuild;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        BurstRun run = new BurstRun(args[0].equals("quick") ? BurstEffort.QUICK : BurstEffort.FULL, Path.of(args[1]),
                Path.of(args[2]));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8))) {
            BurstTable.printHead(out);
            for (Compression compression : Compression.values()) {
                BurstTable.print(compression, run.measure(compression), out);
            }
        }
    }

    private List<RoundPair> measure(Compression compression) throws IOException, InterruptedException {
        List<RoundPair> pairs = new ArrayList<>();
        for (int start = 1; start <= effort.starts; start++) {
            System.out.printf("# compression %s, start %d of %d%n", compression, start, effort.starts);
            Vertx vertx = Vertx.vertx();
            try {
                pairs.addAll(load(vertx, compression));
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        }
        return pairs;
    }

    /** The pairs that count, of one start of both processes. */
    private List<RoundPair> load(Vertx vertx, Compression compression) throws IOException, InterruptedException {
        int[] ports = Loopback.freePorts();
        TraceSink measuredSink = TraceSink.open(vertx);
        TraceSink rivalSink = TraceSink.open(vertx);
        try (ServedBuild measured = ServedBuild.start(measuredBuild, ports[0], compression.options(measuredSink));
                ServedBuild rival = ServedBuild.start(rivalBuild, ports[1], compression.options(rivalSink))) {
            new HealthPage(measured).awaitReady();
            new HealthPage(rival).awaitReady();
            BurstLoad guarded = new BurstLoad(vertx, measured, measuredSink);
            BurstLoad stock = new BurstLoad(vertx, rival, rivalSink);
            List<RoundPair> all = RoundPair.alternate(effort.warmups + effort.pairs, () -> round(guarded, "guarded"),
                    () -> round(stock, "stock"));
            return all.subList(effort.warmups, all.size());
        }
    }

    private static Round round(BurstLoad load, String name) throws InterruptedException {
        Round round = load.round(BurstEffort.ROUND);
        System.out.printf("%-8s %8.0f spans/s%n", name, round.perSecond());
        return round;
    }
}
