package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Takes the collector away from the application with the extension and from that without, both under the same load at the same
 * time, and writes what became of spans, heap and answers. Fails if the extension lost a span or delivered one twice.
 * <p>
 * Arguments: {@code full|quick <folder of the application with> <folder of the application without> <file of the table>}.
 */
public final class OutageRun {

    /** For the spans of the last requests; nobody waits for long for what is lost. */
    private static final Duration LAST_SPANS = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(250);

    private final OutageTimes times;

    private OutageRun(OutageTimes times) {
        this.times = times;
    }

    public static void main(String[] args) throws IOException, InterruptedException, TimeoutException {
        OutageRun run = new OutageRun(args[0].equals("quick") ? OutageTimes.QUICK : OutageTimes.FULL);
        OutageFigures measured;
        try (DrilledBuild with = DrilledBuild.start(Path.of(args[1]), List.of());
                DrilledBuild without = DrilledBuild.start(Path.of(args[2]), List.of());
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8))) {
            OutageDrill drill = new OutageDrill(with);
            OutageDrill rival = new OutageDrill(without);
            run.drill(drill, rival);
            measured = drill.end(LAST_SPANS);
            OutageTable.print(run.times, measured, rival.end(LAST_SPANS), out);
        }
        System.exit(measured.account().lost() == 0 && measured.account().duplicates() == 0 ? 0 : 1);
    }

    private void drill(OutageDrill measured, OutageDrill rival)
            throws IOException, InterruptedException, TimeoutException {
        measured.beginLoad();
        rival.beginLoad();
        pass("warm-up", times.warmup);
        measured.enter(Phase.HEALTHY);
        rival.enter(Phase.HEALTHY);
        pass("healthy", times.phase);
        measured.loseCollector();
        rival.loseCollector();
        measured.enter(Phase.OUTAGE);
        rival.enter(Phase.OUTAGE);
        pass("outage", times.phase);
        measured.returnCollector();
        rival.returnCollector();
        measured.enter(Phase.RECOVERY);
        rival.enter(Phase.RECOVERY);
        recover(measured, rival);
        measured.endLoad();
        rival.endLoad();
    }

    /** As long as the other phases at least, and until the measured build has drained, up to a limit. */
    private void recover(OutageDrill measured, OutageDrill rival) throws InterruptedException {
        System.out.println("# recovery");
        long begun = System.nanoTime();
        long atLeast = begun + times.phase.toNanos();
        long giveUp = begun + OutageTimes.DRAIN_LIMIT.toNanos();
        boolean drained = false;
        while (System.nanoTime() - atLeast < 0 || !drained && System.nanoTime() - giveUp < 0) {
            drained = measured.isDrained();
            // asked as often, or it would look slower than it is
            rival.isDrained();
            Thread.sleep(POLL.toMillis());
        }
    }

    private static void pass(String name, Duration duration) throws InterruptedException {
        System.out.printf("# %s, %d s%n", name, duration.toSeconds());
        Thread.sleep(duration.toMillis());
    }
}
