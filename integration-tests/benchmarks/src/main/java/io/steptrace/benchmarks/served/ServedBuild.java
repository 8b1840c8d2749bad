package io.steptrace.benchmarks.served;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.steptrace.loopback.LoopbackPort;

/** A build of an application, served by a process of its own that does not outlive this one. */
public final class ServedBuild implements AutoCloseable {

    private static final int STOP_SECONDS = 10;
    private static final String BIN = Path.of(System.getProperty("java.home"), "bin").toString();

    private final Process process;
    private final CompilerTime compiler;
    private final int port;
    private final File log;

    private ServedBuild(Process process, int port, File log) {
        this.process = process;
        this.compiler = new CompilerTime(process.pid());
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the application; it does not answer at once.
     *
     * @param build the folder with {@code quarkus-run.jar}; what the process prints is kept beside it
     * @param options for its JVM
     */
    public static ServedBuild start(Path build, List<String> options) throws IOException {
        int port = LoopbackPort.kept();
        File log = build.resolveSibling(build.getFileName() + ".log").toFile();
        List<String> command = new ArrayList<>();
        command.add(Path.of(BIN, "java").toString());
        // a heap that does not grow while measuring
        command.addAll(List.of("-Xms512m", "-Xmx512m", CompilerTime.LASTING_THREADS, "-Dquarkus.http.host=" + LoopbackPort.HOST,
                "-Dquarkus.http.port=" + port));
        command.addAll(options);
        command.addAll(List.of("-jar", build.resolve("quarkus-run.jar").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServedBuild(process, port, log);
    }

    /** What is done in a round; answers how much that was. */
    public interface Load {
        long run() throws InterruptedException;
    }

    /** What one round of load takes of the process. */
    public Round measure(Load load) throws InterruptedException {
        requireAlive();
        MachineLoad machine = new MachineLoad();
        Duration cpuBefore = cpu();
        Duration compilerBefore = compiler.soFar();
        long begin = System.nanoTime();
        long count = load.run();
        long elapsedNanos = System.nanoTime() - begin;
        long cpuNanos = cpu().minus(cpuBefore).toNanos();
        long compilerNanos = compiler.soFar().minus(compilerBefore).toNanos();
        return new Round(count, elapsedNanos, cpuNanos - compilerNanos, machine.coresOfOthers(elapsedNanos, cpuNanos));
    }

    public int port() {
        return port;
    }

    /** Lines the process has printed so far. */
    public long logLines() throws IOException {
        try (Stream<String> lines = Files.lines(log.toPath())) {
            return lines.count();
        }
    }

    /** Whether a line that the process has printed so far contains these words. */
    public boolean hasPrinted(String words) throws IOException {
        try (Stream<String> lines = Files.lines(log.toPath())) {
            return lines.anyMatch(line -> line.contains(words));
        }
    }

    /** Collects the garbage of the process, and says what is left of it; takes about half a second. */
    public JvmSample sample() throws IOException {
        Process jcmd = new ProcessBuilder(Path.of(BIN, "jcmd").toString(), String.valueOf(process.pid()), JvmSample.COMMANDS)
                .redirectErrorStream(true).start();
        return JvmSample.parse(new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** As {@link WatchedProcess#residentBytes}. */
    public long residentBytes() throws IOException {
        return ResidentMemory.bytesOf(process);
    }

    /** The files, sockets and pipes it has open; known on Linux only. */
    public int openFiles() throws IOException {
        return OpenFiles.of(process);
    }

    /** @throws IllegalStateException if the process has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw died("ended with " + process.exitValue());
        }
    }

    /** Stops the process, gracefully if it hurries, so that the last spans are exported. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Processor time of all threads of the process so far. */
    private Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow(() -> died("has no processor time"));
    }

    private IllegalStateException died(String how) {
        return new IllegalStateException("an application must run while it is measured: the process " + how + " - see " + log);
    }
}
