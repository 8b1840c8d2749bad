package io.steptrace.faults.spool;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.RestAssured;

/** The packaged application in a process of its own; closing it kills it. */
final class ApplicationProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** What the build has made is the same application either way. */
    private static final boolean IS_NATIVE = Boolean.getBoolean("quarkus.native.enabled");
    private static final String BINARY = System.getProperty("native.image.path");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Process process;
    private final Path output;

    private ApplicationProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Begins to start it. */
    static ApplicationProcess with(Map<String, String> configuration) {
        List<String> command = new ArrayList<>();
        command.add(IS_NATIVE ? BINARY : JAVA);
        command.addAll(List.of("-Xmx128m", "-Dquarkus.http.port=0"));
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        if (!IS_NATIVE) {
            // it lives for a few seconds only
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        }
        try {
            Path output = Files.createTempFile(Path.of("target"), "application", ".log");
            return new ApplicationProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it serves requests. */
    ApplicationProcess started() {
        url();
        return this;
    }

    /** The ids of so many new spans, made while it served a request, which has a span as well. */
    List<String> makeSpans(int count) {
        List<String> lines = RestAssured.get(url() + "/spans/" + count).then().statusCode(200).extract().asString().lines()
                .toList();
        return lines.subList(1, lines.size());
    }

    /** Waits until a number of its health check has this value. */
    void awaitHealth(String name, int value) {
        await(name).atMost(PATIENCE).until(() -> value == RestAssured.get(url() + "/q/health/well").then()
                .statusCode(200).extract().<Integer> path("checks[0].data.'" + name + "'"));
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** Asks it to stop as {@code kill} does, and waits until it has; returns how long that took. */
    Duration stop() {
        long begun = System.nanoTime();
        process.destroy();
        ended();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Waits until it has ended; its exit code. */
    int ended() {
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
    List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String url() {
        await("the start").atMost(PATIENCE).until(() -> !process.isAlive() || listening().find());
        Matcher listening = listening();
        if (!listening.find()) {
            throw new AssertionError("not started: " + lines());
        }
        return listening.group(1);
    }

    private Matcher listening() {
        return LISTENING.matcher(String.join("\n", lines()));
    }
}
