package io.steptrace.neighbours;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.steptrace.loopback.LoopbackPort;

/** A server in a process of its own that is killed and started again, on the same port each time. */
public final class NeighbourProcess implements AutoCloseable {

    public static final String HOST = LoopbackPort.HOST;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> command;
    private final Path log;
    private final int port;
    private Process process;

    /** @param port a port that it serves once it has started */
    public NeighbourProcess(List<String> command, Path folder, int port) {
        this.command = command;
        this.log = folder.resolve("neighbour.log");
        this.port = port;
    }

    /** Starts it and waits until it serves. */
    public void start() {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            await("the start").atMost(PATIENCE).until(() -> serves() || !process.isAlive());
            if (!process.isAlive()) {
                throw new AssertionError("not started: " + Files.readString(log));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The processor time that it has taken since its last start. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private boolean serves() {
        try (Socket connected = new Socket(HOST, port)) {
            return connected.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
