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
        try {
            start(this::run, NAME);
        } catch (Throwable e) {
            // there may be no more threads
            end(e);
        }
    }

    /** Some work has taken at least as long as the threshold, and no event says why. Cheap; called by any thread. */
    public void unexplained() {
        arming.unexplained();
    }

    /** Reports no more, and returns at once: what is open is closed beside, as the JDK may be busy with another recording. */
    @Override
    public void close() {
        WaitSource opened = markClosed();
        listener.stopped();
        if (opened != null) {
            BrokenTelemetry.guard(() -> start(() -> BrokenTelemetry.guard(opened::close), NAME + "-close"));
        }
    }

    private static void start(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        Throwable failure = null;
        try (WaitSource opened = open()) {
            if (adopt(opened)) {
                opened.run();
            }
        } catch (Throwable e) {
            // an error too: a module may be absent, and what a JVM throws that refuses to record is not specified
            failure = e;
        }
        if (!isClosed()) {
            end(failure);
        }
    }

    private void end(Throwable failure) {
        BrokenTelemetry.guard(new StreamEnd(failure)::log);
        BrokenTelemetry.guard(listener::stopped);
    }

    /** The JDK starts threads for ever with the first recording: these must not hold an application that is reloaded. */
    private WaitSource open() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader application = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return opening.open(listener, arming);
        } finally {
            thread.setContextClassLoader(application);
        }
    }

    /** What is to be closed; {@code null} for nothing, or no more. */
    private synchronized WaitSource markClosed() {
        WaitSource opened = source;
        source = null;
        isClosed = true;
        return opened;
    }

    private synchronized boolean adopt(WaitSource opened) {
        source = isClosed ? null : opened;
        return !isClosed;
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }
}
