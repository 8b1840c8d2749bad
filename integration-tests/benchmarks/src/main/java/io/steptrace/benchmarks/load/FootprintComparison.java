package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Spread;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.JvmSample;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.steptrace.benchmarks.served.Visits;
import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Vertx;

/**
 * Has blogs make the same number of spans, four a request, while their collector is well and while it is dead:
 * what they hold.
 */
public final class FootprintComparison {

    private static final Effort FULL = new Effort(1, 0, 5);
    private static final Effort QUICK = new Effort(1, 0, 2);

    private static final int PER_SECOND = 1000;
    private static final Duration LOAD = Duration.ofSeconds(15);
    /** Many times what an exporter waits for a batch to fill. */
    private static final long SETTLE_MILLIS = 6_000;
    private static final double MEBIBYTE = 1024.0 * 1024.0;
    private static final String LAYOUT = "%-32s %10.1f %10.1f %10.0f | %-22s %-22s";

    /**
     * What a process holds after its load, once its garbage is collected.
     *
     * @param residentBytes of the machine's memory
     */
    private record Footprint(JvmSample jvm, long residentBytes) {

        private double residentMegabytes() {
            return residentBytes / MEBIBYTE;
        }
    }

    private FootprintComparison() {
    }

    /** @param arguments {@code full|quick <folder of the blog with the extension> <folder of the blog without>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        Effort effort = arguments.get(0).equals("quick") ? QUICK : FULL;
        Path with = Path.of(arguments.get(1));
        Path without = Path.of(arguments.get(2));
        out.printf("%nThe list of posts, %d times a second for %d s, four spans each; heap and resident memory after GC, MB%n",
                PER_SECOND, LOAD.toSeconds());
        for (boolean isWell : List.of(true, false)) {
            String how = isWell ? "" : ", collector dead";
            Contestant ours = new Contestant("ours, three steps" + how, with);
            Contestant plain = new Contestant("plain, three @WithSpan" + how, without);
            Comparison<Contestant, Footprint> comparison = new Comparison<>(List.of(plain, ours), List.of(
                    Column.median("heap", footprint -> footprint.jvm().heapMegabytes()),
                    Column.median("RSS", Footprint::residentMegabytes),
                    Column.median("threads", footprint -> footprint.jvm().threads()),
                    Column.ratio("heap", plain, footprint -> footprint.jvm().heapMegabytes()),
                    Column.ratio("RSS", plain, Footprint::residentMegabytes)), effort);
            var turns = comparison.measure(contestant -> visit(contestant,
                    contestant.equals(ours) ? "/light/steps" : "/light/with-span", isWell));
            comparison.print("", new Table(LAYOUT, out), turns);
            if (isWell) {
                Goal.atMost("resident memory, ours / plain", 1.05).print(Spread.of(turns.stream()
                        .mapToDouble(turn -> turn.ratio(ours, plain, Footprint::residentMegabytes))).median(), out);
            }
        }
        return true;
    }

    private static Footprint visit(Contestant contestant, String page, boolean isWell)
            throws IOException, InterruptedException {
        System.out.printf("# %s%n", contestant);
        Vertx vertx = Vertx.vertx();
        String collector = isWell ? TraceSink.open(vertx).endpoint()
                : "http://" + LoopbackPort.HOST + ":" + LoopbackPort.kept();
        try (ServedBuild build = ServedBuild.start(contestant.build(), options(collector));
                ClosedLoop readers = new ClosedLoop(PER_SECOND)) {
            Visits visits = Visits.to(page);
            readers.awaitAnswer(build, visits);
            readers.round(build, visits, LOAD);
            Thread.sleep(SETTLE_MILLIS);
            JvmSample jvm = build.sample();
            return new Footprint(jvm, build.residentBytes());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** A heap that may grow, and shrinks again when its garbage is collected. */
    private static List<String> options(String collector) {
        return List.of("-Xms32m", "-Xmx512m",
                "-Dquarkus.otel.exporter.otlp.endpoint=" + collector,
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf");
    }
}
