package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.steptrace.benchmarks.comparison.Trend;
import io.steptrace.benchmarks.drill.Sent.Account;
import io.steptrace.benchmarks.served.JvmSample;

/**
 * Keeps the application with the extension under load while its collector comes and goes, and writes what that did to it. Fails
 * if a span was lost and not counted, if a duplicate has no explanation, or if threads grow.
 */
public final class Soak {

    private static final Duration WARMUP = Duration.ofSeconds(30);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(1);
    private static final int SECONDS_BETWEEN_SAMPLES = 10;
    private static final int SECONDS_A_MINUTE = 60;

    /** Short, so that breaker and timeout have much to do in little time. */
    private static final List<String> OPTIONS = List.of("-Dquarkus.steptrace.export.circuit-breaker.reset-timeout=2s",
            "-Dquarkus.otel.exporter.otlp.timeout=2s");

    private final DrilledBuild drilled;
    private final List<SoakMinute> minutes = new ArrayList<>();
    private final Trend heap = new Trend();

    private Soak(DrilledBuild drilled) {
        this.drilled = drilled;
    }

    /** @param arguments {@code <minutes> <folder of the application>} */
    public static boolean run(List<String> arguments, PrintWriter out)
            throws IOException, InterruptedException, TimeoutException {
        try (DrilledBuild drilled = DrilledBuild.start(Path.of(arguments.get(1)), OPTIONS)) {
            drilled.load().start();
            // the compiler and the thread pools grow at first, whatever the collector does
            Thread.sleep(WARMUP.toMillis());
            SoakResult result = new Soak(drilled).soak(Integer.parseInt(arguments.get(0)));
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
        drilled.awaitDelivery(drilled.sent().spanIds(), DRAIN_LIMIT);
        long countedLost = drilled.export().lostSpans();
        Account account = drilled.settle(Duration.ZERO);
        Map<String, Integer> deliveries = drilled.collector().deliveries();
        long unexplained = new CutAnswers(drilled.collector().requests(), flapping.deaths()).unexplained(deliveries);
        return new SoakResult(account, countedLost, unexplained, drilled.sent().failures(), flapping.deaths().size(),
                heap.slope(), minutes);
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
            JvmSample sample = drilled.build().sample();
            minute.add(sample);
            heap.add((double) second / SECONDS_A_MINUTE, sample.heapBytes() / 1024.0);
        }
    }
}
