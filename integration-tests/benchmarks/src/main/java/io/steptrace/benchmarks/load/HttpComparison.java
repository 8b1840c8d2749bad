package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final int LEISURELY = 500;
    private static final Visits POSTS = Visits.to(PAGE);
    private static final String LAYOUT = "%-24s %10.0f %10.1f %6.2f %7.1f | %-22s %-22s";

    private final List<Contestant> contestants;
    private final Load load;
    private final Map<Contestant, Spans> spans = new HashMap<>();

    private HttpComparison(List<Contestant> contestants, Load load) {
        this.contestants = contestants;
        this.load = load;
        contestants.forEach(contestant -> spans.put(contestant, new Spans()));
    }

    /** @param arguments {@code full|quick <folder of the blog with> <folder of the blog without>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        Effort effort = arguments.get(0).equals("quick") ? QUICK : FULL;
        Contestant with = new Contestant("with the extension", Path.of(arguments.get(1)));
        Contestant without = new Contestant("without", Path.of(arguments.get(2)));
        Contestant blind = new Contestant("detect.waits=false", with.build(),
                List.of("-Dquarkus.steptrace.detect.waits=false"));
        // as the blog is configured: spans are made and ended, and dropped before they are batched
        Load dropped = new Load("spans are dropped when they end", false, ClosedLoop.UNLIMITED);
        // to a collector on this machine, so that both builds pay for batches and their encoding too
        Load exported = new Load("spans are exported to a local sink", true, ClosedLoop.UNLIMITED);
        // workers are idle between requests, and Flight Recorder reports each pause
        Load leisurely = new Load("at most " + LEISURELY + " requests/s, spans are exported", true, LEISURELY);
        new HttpComparison(List.of(with, without), dropped).run(effort, out);
        new HttpComparison(List.of(with, without), exported).run(effort, out);
        new HttpComparison(List.of(with, blind), exported).run(effort, out);
        new HttpComparison(List.of(with, blind), leisurely).run(effort, out);
        return true;
    }

    private void run(Effort effort, PrintWriter out) throws IOException, InterruptedException {
        Contestant rival = contestants.get(1);
        Comparison<Contestant, Round> comparison = new Comparison<>(contestants, List.of(
                Column.median("requests/s", Round::perSecond), Column.median("cpu us", Round::cpuMicrosEach),
                Column.of("spans", contestant -> spans.get(contestant).perAnswer()),
                Column.median("others", Round::othersCores), Column.ratio("requests/s", rival, Round::perSecond),
                Column.ratio("cpu", rival, Round::cpuMicrosEach)), effort);
        var turns = new LoadComparison(comparison, Blog::new).measure(load.what());
        out.printf("%nGET %s over %d connections, %s; 1.000 = %s%n", PAGE, ClosedLoop.CONNECTIONS, load.what(),
                rival.options().isEmpty() ? "quarkus.steptrace.enabled=false" : rival.name());
        comparison.print("", new Table(LAYOUT, out), turns);
    }

    /**
     * How the blog is loaded.
     *
     * @param what in the words of the table
     * @param isExported whether its spans are sent
     * @param perSecond how many requests are made at most
     */
    private record Load(String what, boolean isExported, int perSecond) {
    }

    /** A blog with readers and a sink of its own. */
    private final class Blog implements LoadedBuild {

        private final Spans account;
        private final TraceSink sink;
        private final ServedBuild build;
        private final ClosedLoop readers = new ClosedLoop(load.perSecond());

        private Blog(Contestant contestant, Vertx vertx) throws IOException {
            account = spans.get(contestant);
            sink = TraceSink.open(vertx);
            build = ServedBuild.start(contestant.build(), options(contestant));
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

        private List<String> options(Contestant contestant) {
            List<String> options = new ArrayList<>(contestant.options());
            if (load.isExported()) {
                options.addAll(List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + sink.endpoint(),
                        "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                        // room for bursts: a span dropped is cheaper than a span exported
                        "-Dquarkus.otel.bsp.max.queue.size=65536"));
            }
            return options;
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
