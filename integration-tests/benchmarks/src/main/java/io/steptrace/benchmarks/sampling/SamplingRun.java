package io.steptrace.benchmarks.sampling;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.LoadEffort;
import io.steptrace.benchmarks.served.RoundPair;
import io.vertx.core.Vertx;

/**
 * Loads an application that keeps few traces and one that exports all, in turn, and writes what that costs and what arrives. It
 * fails if a trace with a failure was lost.
 * <p>
 * Arguments: {@code full|quick <folder of the application with the extension> <folder without> <file of the table>}.
 */
public final class SamplingRun {

    private final LoadEffort effort;
    private final Path measuredBuild;
    private final Path rivalBuild;

    private SamplingRun(LoadEffort effort, Path measuredBuild, Path rivalBuild) {
        this.effort = effort;
        this.measuredBuild = measuredBuild;
        this.rivalBuild = rivalBuild;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        SamplingRun run = new SamplingRun(LoadEffort.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        SamplingResult result;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8))) {
            result = run.measure();
            SamplingTable.print(result, out);
        }
        System.exit(result.measured().delivery().shares().get(Kind.FAILING).lost() == 0 ? 0 : 1);
    }

    private SamplingResult measure() throws IOException, InterruptedException {
        SamplingResult result = new SamplingResult();
        for (int start = 1; start <= effort.starts; start++) {
            System.out.printf("# start %d of %d%n", start, effort.starts);
            Vertx vertx = Vertx.vertx();
            try {
                measure(vertx, result);
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        }
        return result;
    }

    private void measure(Vertx vertx, SamplingResult result) throws IOException, InterruptedException {
        try (ClosedLoop readers = new ClosedLoop();
                MixedBuild measured = MixedBuild.start("sampling", measuredBuild, vertx);
                MixedBuild rival = MixedBuild.start("all", rivalBuild, vertx)) {
            List<RoundPair> all = RoundPair.alternate(effort.warmups + effort.pairs,
                    () -> measured.load(readers, LoadEffort.ROUND), () -> rival.load(readers, LoadEffort.ROUND));
            result.pairs().addAll(all.subList(effort.warmups, all.size()));
            Delivery kept = measured.settle();
            result.measured().add(measured.hold(), kept);
            Delivery everything = rival.settle();
            result.rival().add(rival.hold(), everything);
        }
    }
}
