package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Keeps the application with the extension under load while its collector comes and goes, and writes what that did to it. Fails
 * if a span was lost and not counted, if a duplicate has no explanation, or if threads grow.
 * <p>
 * Arguments: {@code <minutes> <folder of the application> <file of the table>}.
 */
public final class SoakRun {

    private static final Duration WARMUP = Duration.ofSeconds(30);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(1);

    /** Short, so that breaker and timeout have much to do in little time. */
    private static final List<String> OPTIONS = List.of("-Dquarkus.steptrace.export.circuit-breaker.reset-timeout=2s",
            "-Dquarkus.otel.exporter.otlp.timeout=2s");

    private SoakRun() {
    }

    public static void main(String[] args) throws IOException, InterruptedException, TimeoutException {
        int minutes = Integer.parseInt(args[0]);
        SoakResult result;
        try (DrilledBuild drilled = DrilledBuild.start(Path.of(args[1]), OPTIONS);
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
            drilled.load().start();
            // the compiler and the thread pools grow at first, whatever the collector does
            Thread.sleep(WARMUP.toMillis());
            result = soak(drilled, minutes);
            SoakTable.print(result, out);
        }
        System.exit(result.isGood() ? 0 : 1);
    }

    private static SoakResult soak(DrilledBuild drilled, int minutes)
            throws IOException, InterruptedException, TimeoutException {
        SoakWatch watch = new SoakWatch(drilled);
        Flapping flapping = new Flapping(drilled.collector(), Duration.ofMinutes(minutes));
        Thread thread = new Thread(flapping, "flapping");
        thread.setDaemon(true);
        thread.start();
        System.out.print(SoakTable.head());
        watch.watch(minutes);
        // the last illness may outlast the last minute
        thread.join();
        drilled.load().stop();
        drilled.awaitDelivery(drilled.sent().spanIds(), DRAIN_LIMIT);
        long countedLost = drilled.export().lostSpans();
        Account account = drilled.settle(Duration.ZERO);
        Map<String, Integer> deliveries = drilled.collector().deliveries();
        long unexplained = new CutAnswers(drilled.collector().requests(), flapping.deaths()).unexplained(deliveries);
        return new SoakResult(account, countedLost, unexplained, drilled.sent().failures(), flapping.deaths().size(),
                watch.heapSlope(), watch.minutes());
    }
}
