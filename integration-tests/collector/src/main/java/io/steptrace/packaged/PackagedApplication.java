package io.steptrace.packaged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application of a module in a process of its own; closing it kills it. */
public class PackagedApplication implements AutoCloseable {

    protected static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** What the build has made is the same application either way. */
    private static final boolean IS_NATIVE = Boolean.getBoolean("quarkus.native.enabled");
    private static final String BINARY = System.getProperty("native.image.path");
    private static final String HEAP = "128m";
    private static final String PORT = "quarkus.http.port";
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final Path output;

    /**
     * Begins to start it.
     *
     * @param configuration without a port it takes any
     */
    protected PackagedApplication(Map<String, String> configuration) {
        this(HEAP, configuration);
    }

    /**
     * Begins to start it.
     *
     * @param heap it may have at most, as in {@code -Xmx80m}
     * @param configuration without a port it takes any
     */
    protected PackagedApplication(String heap, Map<String, String> configuration) {
        try {
            output = Files.createTempFile(Path.of("target"), "application", ".log");
            process = new ProcessBuilder(command(heap, configuration)).redirectErrorStream(true).redirectOutput(output.toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins to start it. */
    public static PackagedApplication with(Map<String, String> configuration) {
        return new PackagedApplication(configuration);
    }

    /** Where it serves requests, once it does. */
    public final String url() {
        await("the start").atMost(PATIENCE).until(() -> !process.isAlive() || listening().find());
        Matcher listening = listening();
        if (!listening.find()) {
            throw new AssertionError("not started: " + lines());
        }
        return listening.group(1);
    }

    /** Ends it as {@code kill -9} does. */
    public final void kill() {
        process.destroyForcibly();
        ended();
    }

    /** Asks it to stop as {@code kill} does, and waits until it has; returns how long that took. */
    public final Duration stop() {
        long begun = System.nanoTime();
        process.destroy();
        ended();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Waits until it has ended; its exit code. */
    public final int ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still there: " + lines());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it has logged so far. */
    public final List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The processor time that it has taken. */
    public final Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public final void close() {
        process.destroyForcibly();
    }

    private Matcher listening() {
        return LISTENING.matcher(String.join("\n", lines()));
    }

    private static List<String> command(String heap, Map<String, String> configuration) {
        List<String> command = new ArrayList<>(List.of(IS_NATIVE ? BINARY : JAVA, "-Xmx" + heap));
        Map<String, String> properties = new HashMap<>(configuration);
        properties.putIfAbsent(PORT, "0");
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        if (!IS_NATIVE) {
            // it lives for a few seconds only
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        }
        return command;
    }
}
