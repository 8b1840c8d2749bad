package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.load.LoadComparison.LoadedBuild;
import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.steptrace.benchmarks.served.Visits;
import io.vertx.core.Vertx;

/** Loads the blog with the extension and without, in turn: the ratio of their throughputs. */
public final class HttpComparison {

    /**
     * Many short rounds, and several processes of each build, because no two of them are compiled alike. On two cores under
     * full load the compiler needs the better part of a minute.
     */
    static final Effort FULL = new Effort(3, 15, 8);
    static final Effort QUICK = new Effort(1, 10, 6);

    private static final String PAGE = "/posts";
    private static final Visits POSTS = Visits.to(PAGE);
    private static final String LAYOUT = "%-24s %10.0f %10.1f %6.2f %7.1f | %-22s %-22s";

    private final List<Contestant> contestants;
    private final boolean isExported;
    private final Map<Contestant, Spans> spans = new HashMap<>();

    private HttpComparison(List<Contestant> contestants, boolean isExported) {
        this.contestants = contestants;
        this.isExported = isExported;
        contestants.forEach(contestant -> spans.put(contestant, new Spans()));
    }

    /** @param arguments {@code full|quick <folder of the blog with> <folder of the blog without>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        Effort effort = arguments.get(0).equals("quick") ? QUICK : FULL;
        List<Contestant> contestants = List.of(new Contestant("with the extension", Path.of(arguments.get(1))),
                new Contestant("without", Path.of(arguments.get(2))));
        // as the blog is configured: spans are made and ended, and dropped before they are batched
        new HttpComparison(contestants, false).run("spans are dropped when they end", effort, out);
        // to a collector on this machine, so that both builds pay for batches and their encoding too
        new HttpComparison(contestants, true).run("spans are exported to a local sink", effort, out);
        return true;
    }

    private void run(String where, Effort effort, PrintWriter out) throws IOException, InterruptedException {
        Contestant rival = contestants.get(1);
        Comparison<Contestant, Round> comparison = new Comparison<>(contestants, List.of(
                Column.median("requests/s", Round::perSecond), Column.median("cpu us", Round::cpuMicrosEach),
                Column.of("spans", contestant -> spans.get(contestant).perAnswer()),
                Column.median("others", Round::othersCores), Column.ratio("requests/s", rival, Round::perSecond),
                Column.ratio("cpu", rival, Round::cpuMicrosEach)), effort);
        var turns = new LoadComparison(comparison, Blog::new).measure(where);
        out.printf("%nGET %s over %d connections, %s; 1.000 = quarkus.steptrace.enabled=false%n", PAGE,
                ClosedLoop.CONNECTIONS, where);
        comparison.print("", new Table(LAYOUT, out), turns);
    }

    /** A blog with readers and a sink of its own. */
    private final class Blog implements LoadedBuild {

        private final Spans account;
        private final TraceSink sink;
        private final ServedBuild build;
        private final ClosedLoop readers = new ClosedLoop();

        private Blog(Contestant contestant, Vertx vertx) throws IOException {
            account = spans.get(contestant);
            sink = TraceSink.open(vertx);
            build = ServedBuild.start(contestant.build(), isExported ? options() : List.of());
        }

        @Override
        public void awaitReady() throws InterruptedException {
            readers.awaitAnswer(build, POSTS);
        }

        @Override
        public Round round(Duration duration) throws InterruptedException {
            Round round = readers.round(build, POSTS, duration);
            account.answers += round.count();
            return round;
        }

        /** Stops it, so that the last spans arrive. */
        @Override
        public void finish() {
            close();
            account.spans += sink.spans();
        }

        @Override
        public void close() {
            build.close();
            readers.close();
        }

        private List<String> options() {
            return List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + sink.endpoint(),
                    "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                    // room for bursts: a span dropped is cheaper than a span exported
                    "-Dquarkus.otel.bsp.max.queue.size=65536");
        }
    }

    /** Spans that reached the sink against answers, warm-up included: what is late for one round is in time for this. */
    private static final class Spans {

        private long spans;
        private long answers;

        private double perAnswer() {
            return (double) spans / answers;
        }
    }
}
