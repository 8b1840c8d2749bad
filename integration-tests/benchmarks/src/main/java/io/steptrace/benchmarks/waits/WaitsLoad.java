package io.steptrace.benchmarks.waits;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.Counters;
import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.JvmSample;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.collector.Collector;

/** A thousand requests a second that sleep, each once: which of these waits become spans, and which are counted as dropped. */
final class WaitsLoad implements AutoCloseable {

    private static final int PER_SECOND = 1_000;
    private static final int ROUNDS = 4;
    private static final Duration WARMUP = Duration.ofSeconds(15);
    /** After that, all waits are known, and their spans and counters are here. */
    private static final Duration LATEST = Duration.ofSeconds(6);

    private final Collector collector = Collector.listening();
    private final LongAdder waits = new LongAdder();
    private final ClosedLoop load = new ClosedLoop(PER_SECOND);
    private final Detection detection;
    private final ServedBuild build;
    private final PrintWriter out;

    WaitsLoad(Path application, Detection detection, PrintWriter out) throws IOException, InterruptedException {
        this.detection = detection;
        this.out = out;
        collector.onSpan(span -> {
            if (span.getName().equals("job.park(timer)")) {
                waits.increment();
            }
        });
        List<String> options = new ArrayList<>(detection.options());
        options.addAll(List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + collector.url(),
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf", "-Dquarkus.otel.metric.export.interval=1s"));
        build = ServedBuild.start(application, options);
        new HealthPage(build).awaitReady();
    }

    /** Prints the memory after each round, and what became of the waits if they are looked for; whether that is right. */
    boolean run(Duration whole) throws IOException, InterruptedException {
        load.round(build, Sleeps.VISITS, WARMUP);
        Thread.sleep(LATEST.toMillis());
        long waitsBefore = waits.sum();
        long droppedBefore = dropped();
        long slept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Round done = load.round(build, Sleeps.VISITS, whole.dividedBy(ROUNDS));
            slept += done.count();
            JvmSample sample = build.sample();
            out.printf(Locale.ROOT, "%4.0f requests/s, %6.1f us cpu each, heap after GC %5.1f MB, RSS %4.0f MB, %d threads%n",
                    done.perSecond(), done.cpuMicrosEach(), sample.heapMegabytes(), build.residentBytes() / 1048576.0,
                    sample.threads());
            out.flush();
        }
        Thread.sleep(LATEST.toMillis());
        if (detection == Detection.OFF) {
            return true;
        }
        long spans = waits.sum() - waitsBefore;
        long dropped = dropped() - droppedBefore;
        out.printf(Locale.ROOT, "%d slept, %d became spans; %d waits and stretches of code counted as dropped%n", slept, spans,
                dropped);
        // a stretch may have had its wait before it had to go, and there are other waits than those
        return spans <= slept && slept <= spans + dropped;
    }

    private long dropped() {
        return new Counters(collector).total("steptrace.detect.dropped");
    }

    @Override
    public void close() {
        build.close();
        load.close();
        collector.close();
    }
}
