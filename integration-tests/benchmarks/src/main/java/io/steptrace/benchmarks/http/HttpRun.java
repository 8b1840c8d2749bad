package io.steptrace.benchmarks.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.LoadEffort;
import io.steptrace.benchmarks.served.Loopback;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.RoundPair;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.steptrace.benchmarks.served.Visits;
import io.vertx.core.Vertx;

/**
 * Loads the blog with the extension and without, in turn, and writes the ratio of their throughputs.
 * <p>
 * Arguments: {@code full|quick <folder of the blog with> <folder of the blog without> <file of the table>}.
 */
public final class HttpRun {

    static final String PAGE = "/posts";

    private static final Visits POSTS = Visits.to(PAGE);

    private final LoadEffort effort;
    private final Path measuredBuild;
    private final Path rivalBuild;

    private HttpRun(LoadEffort effort, Path measuredBuild, Path rivalBuild) {
        this.effort = effort;
        this.measuredBuild = measuredBuild;
        this.rivalBuild = rivalBuild;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpRun run = new HttpRun(LoadEffort.of(args[0]), Path.of(args[1]),
                Path.of(args[2]));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8))) {
            for (Export export : Export.values()) {
                ThroughputTable.print(export, run.measure(export), out);
            }
        }
    }

    private HttpResult measure(Export export) throws IOException, InterruptedException {
        HttpResult result = new HttpResult();
        for (int start = 1; start <= effort.starts; start++) {
            System.out.printf("# %s, start %d of %d%n", export.description, start, effort.starts);
            Vertx vertx = Vertx.vertx();
            try {
                measure(export, TraceSink.open(vertx), TraceSink.open(vertx), result);
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        }
        return result;
    }

    private void measure(Export export, TraceSink measuredSink, TraceSink rivalSink, HttpResult result)
            throws IOException, InterruptedException {
        List<RoundPair> all = load(export, measuredSink, rivalSink);
        result.pairs().addAll(all.subList(effort.warmups, all.size()));
        // both have stopped by now, so the last spans have arrived
        result.measured().add(measuredSink.spans(), all.stream().mapToLong(pair -> pair.measured().count()).sum());
        result.rival().add(rivalSink.spans(), all.stream().mapToLong(pair -> pair.rival().count()).sum());
    }

    private List<RoundPair> load(Export export, TraceSink measuredSink, TraceSink rivalSink)
            throws IOException, InterruptedException {
        int[] ports = Loopback.freePorts();
        try (ClosedLoop readers = new ClosedLoop();
                ServedBuild measured = ServedBuild.start(measuredBuild, ports[0], export.options(measuredSink));
                ServedBuild rival = ServedBuild.start(rivalBuild, ports[1], export.options(rivalSink))) {
            readers.awaitAnswer(measured, POSTS);
            readers.awaitAnswer(rival, POSTS);
            return RoundPair.alternate(effort.warmups + effort.pairs, () -> round(readers, measured, "with"),
                    () -> round(readers, rival, "without"));
        }
    }

    private static Round round(ClosedLoop readers, ServedBuild blog, String name) throws InterruptedException {
        Round round = readers.round(blog, POSTS, LoadEffort.ROUND);
        System.out.printf("%-8s %8.0f requests/s%n", name, round.perSecond());
        return round;
    }
}
