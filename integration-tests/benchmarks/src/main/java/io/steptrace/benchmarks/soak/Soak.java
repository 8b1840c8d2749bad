package io.steptrace.benchmarks.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import com.google.protobuf.ByteString;

import io.steptrace.benchmarks.comparison.Trend;
import io.steptrace.benchmarks.drill.DrilledBuild;
import io.steptrace.benchmarks.served.Counters;

/**
 * Keeps the application with everything switched on under load of all kinds while its collector comes and goes, and writes what
 * that did to it. Fails if the books do not close, if a duplicate has no explanation, or if heap, threads or open files grow.
 */
public final class Soak {

    /** The layout of what is summed up at the end. */
    static final String SUMS = "%-52s %12d";

    private static final Duration WARMUP = Duration.ofSeconds(30);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SECONDS_BETWEEN_SAMPLES = 10;
    private static final int SECONDS_A_MINUTE = 60;

    /** Breaker, timeout and metrics hurry, so that they have much to do in little time. */
    private static final List<String> OPTIONS = List.of("-Dquarkus.steptrace.export.circuit-breaker.reset-timeout=2s",
            "-Dquarkus.otel.exporter.otlp.timeout=2s", "-Dquarkus.otel.metric.export.interval=2s",
            "-Dquarkus.steptrace.export-job-depth=true", "-Dquarkus.steptrace.detect.waits=true",
            "-Dquarkus.steptrace.sampler=head:0.5,tail:error|queue|slow(50ms)", "-Dquarkus.steptrace.export.spool=disk");

    private final DrilledBuild drilled;
    private final Visitors visitors;
    private final Set<ByteString> traces = ConcurrentHashMap.newKeySet();
    private final List<SoakMinute> minutes = new ArrayList<>();
    private final Trend heap = new Trend();

    private Soak(DrilledBuild drilled, Visitors visitors) {
        this.drilled = drilled;
        this.visitors = visitors;
        drilled.collector().onSpan(span -> traces.add(span.getTraceId()));
    }

    /** @param arguments {@code <minutes> <folder of the application> <folder for the spool>} */
    public static boolean run(List<String> arguments, PrintWriter out)
            throws IOException, InterruptedException, TimeoutException {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-Dquarkus.steptrace.export.spool.directory=" + arguments.get(2));
        try (DrilledBuild drilled = DrilledBuild.start(Path.of(arguments.get(1)), options);
                Visitors visitors = new Visitors(drilled.build().port())) {
            Soak soak = new Soak(drilled, visitors);
            drilled.load().start();
            visitors.start();
            // the compiler and the thread pools grow at first, whatever the collector does
            Thread.sleep(WARMUP.toMillis());
            SoakResult result = soak.soak(Integer.parseInt(arguments.get(0)));
            result.print(out);
            return result.isGood();
        }
    }

    private SoakResult soak(int howManyMinutes) throws IOException, InterruptedException, TimeoutException {
        Flapping flapping = new Flapping(drilled.collector(), Duration.ofMinutes(howManyMinutes));
        Thread thread = new Thread(flapping, "flapping");
        thread.setDaemon(true);
        thread.start();
        watch(howManyMinutes);
        // the last illness may outlast the last minute
        thread.join();
        drilled.load().stop();
        Visited visited = visitors.stop();
        Books books = closedBooks(visited);
        Map<String, Integer> deliveries = drilled.collector().deliveries();
        long duplicates = deliveries.values().stream().mapToLong(times -> times - 1L).sum();
        long unexplained = new CutAnswers(drilled.collector().requests(), flapping.deaths()).unexplained(deliveries);
        return new SoakResult(books, duplicates, unexplained, drilled.sent().failures() + visited.unanswered(),
                flapping.deaths().size(), heap.slope(), minutes);
    }

    /** Looks at the application every second, and prints each minute as it passes. */
    private void watch(int howManyMinutes) throws IOException, InterruptedException {
        PrintWriter screen = new PrintWriter(System.out);
        SoakMinute.printHead(screen);
        long begun = System.nanoTime();
        for (int second = 0; second < howManyMinutes * SECONDS_A_MINUTE; second++) {
            if (second % SECONDS_A_MINUTE == 0) {
                minutes.add(new SoakMinute());
                drilled.load().recordInto(minutes.get(minutes.size() - 1).latencies());
            }
            SoakMinute minute = minutes.get(minutes.size() - 1);
            look(minute, second);
            long next = begun + Duration.ofSeconds(second + 1).toNanos();
            Thread.sleep(Math.max(0, Duration.ofNanos(next - System.nanoTime()).toMillis()));
            if (second % SECONDS_A_MINUTE == SECONDS_A_MINUTE - 1) {
                minute.print(minutes.size(), screen);
            }
        }
    }

    private void look(SoakMinute minute, int second) throws IOException, InterruptedException {
        minute.spooled(drilled.export().spooledSpans());
        if (second % SECONDS_BETWEEN_SAMPLES == 0) {
            SoakSample sample = SoakSample.of(drilled.build());
            minute.add(sample);
            heap.add((double) second / SECONDS_A_MINUTE, sample.jvm().heapBytes() / 1024.0);
        }
    }

    /** Once the load has stopped: the books when they are exact, or as they are when there is no more time. */
    private Books closedBooks(Visited visited) throws InterruptedException {
        long giveUp = System.nanoTime() + DRAIN_LIMIT.toNanos();
        Books books = books(visited);
        while (!books.areExact() && System.nanoTime() - giveUp < 0) {
            Thread.sleep(POLL.toMillis());
            books = books(visited);
        }
        return books;
    }

    private Books books(Visited visited) {
        Counters counters = new Counters(drilled.collector());
        Set<String> arrived = drilled.collector().deliveries().keySet();
        long exported = counters.total("otel.sdk.exporter.span.exported");
        long lost = counters.totalWith("error.type", "otel.sdk.exporter.span.exported");
        return new Books(drilled.sent().answers() + drilled.sent().failures() + visited.begun(),
                counters.total("steptrace.sampling.kept"), counters.total("steptrace.sampling.dropped"), traces.size(),
                drilled.sent().inPart(arrived),
                visited.rootsToBeKept().stream().filter(root -> !arrived.contains(root)).count(),
                exported - lost, arrived.size(), lost);
    }
}
