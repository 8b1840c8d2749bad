package io.steptrace.runtime.internal.waits.jfr;

import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.waits.WaitListener;

/**
 * The stream of waits that the JDK detects, on a daemon thread of its own. Where the JDK or its surroundings refuse it, one
 * line says so, and the application goes on with its marked waits. Thread-safe.
 */
public final class WaitStream implements AutoCloseable {

    private static final String NAME = "steptrace-waits";

    private final StoppableListener listener;
    private final WaitSource.Opening opening;
    private final ParkArming arming = new ParkArming(System.nanoTime());

    private WaitSource source;
    private boolean isClosed;

    /**
     * A stream that has not started.
     *
     * @param listener is called by the thread of the stream, but for the last call, which may be made by the one that closes it
     */
    public WaitStream(WaitStreamSettings settings, WaitListener listener) {
        this(listener, (stoppable, arming) -> new FlightStream(settings, stoppable, arming));
    }

    WaitStream(WaitListener listener, WaitSource.Opening opening) {
        this.listener = new StoppableListener(listener);
        this.opening = opening;
    }

    /** Starts the stream, and returns at once: the first event comes about a second later. */
    public void start() {
        Thread thread = new Thread(this::run, NAME);
        thread.setDaemon(true);
        thread.start();
    }

    /** Some work has taken at least as long as the threshold, and no event says why. Cheap; called by any thread. */
    public void unexplained() {
        arming.unexplained();
    }

    /** Stops it, at once while it is still starting. */
    @Override
    public void close() {
        WaitSource opened = markClosed();
        listener.stopped();
        if (opened != null) {
            BrokenTelemetry.guard(opened::close);
        }
    }

    private void run() {
        Throwable failure = null;
        try (WaitSource opened = opening.open(listener, arming)) {
            if (adopt(opened)) {
                opened.run();
            }
        } catch (Throwable e) {
            // an error too: a module may be absent, and what a JVM throws that refuses to record is not specified
            failure = e;
        }
        if (!isClosed()) {
            BrokenTelemetry.guard(new StreamEnd(failure)::log);
            BrokenTelemetry.guard(listener::stopped);
        }
    }

    private synchronized WaitSource markClosed() {
        isClosed = true;
        return source;
    }

    private synchronized boolean adopt(WaitSource opened) {
        source = opened;
        return !isClosed;
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }
}
