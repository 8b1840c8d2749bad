package io.steptrace.benchmarks.served;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.steptrace.benchmarks.served.Milestone.Announcement;

/** A process whose lines are read until it announces that it is done; it does not outlive this one. */
public final class WatchedProcess implements AutoCloseable {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int PATIENCE_SECONDS = 180;

    private final MachineLoad load = new MachineLoad();
    private final long launchedNanos = System.nanoTime();
    private final Process process;
    private final BufferedReader output;
    private final StringBuilder printed = new StringBuilder();

    private WatchedProcess(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        this.output = process.inputReader();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        // a reader that waits for a line of it then finds that it has ended
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    public static WatchedProcess launch(List<String> command) throws IOException {
        return new WatchedProcess(command);
    }

    /** Launches another JVM like this one. */
    public static WatchedProcess launchJvm(Path jar, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return launch(command);
    }

    /** @throws IllegalStateException if it ends without a word of it */
    public Milestone await(Announcement announcement) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            OptionalDouble millis = announcement.millisIn(line);
            if (millis.isPresent()) {
                return milestone(millis.getAsDouble());
            }
        }
        throw failed("ended before it was " + announcement);
    }

    /** Waits until it ends by itself. */
    public void awaitEnd() throws IOException, InterruptedException {
        output.lines().forEach(line -> printed.append(line).append('\n'));
        if (process.waitFor() != 0) {
            throw failed("ended with " + process.exitValue());
        }
    }

    /** What it occupies of the machine's memory at the moment, shared pages included; known on Linux only. */
    public long residentBytes() throws IOException {
        return ResidentMemory.bytesOf(process);
    }

    /** Whether it has ended or not. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Milestone milestone(double reportedMillis) {
        // first of all: a build ends soon after its announcement, and takes its processor time along
        long cpuNanos = process.info().totalCpuDuration().orElseThrow(() -> failed("has no processor time")).toNanos();
        long elapsedNanos = System.nanoTime() - launchedNanos;
        return new Milestone(reportedMillis, elapsedNanos, cpuNanos, load.coresOfOthers(elapsedNanos, cpuNanos));
    }

    private IllegalStateException failed(String how) {
        return new IllegalStateException("a process must run while it is measured: it " + how + "\n" + printed);
    }
}
