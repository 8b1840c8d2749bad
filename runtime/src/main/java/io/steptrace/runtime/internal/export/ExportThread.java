package io.steptrace.runtime.internal.export;

import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.text.PrintableLog;

/**
 * A thread of the export, which lives as long as that does. If it ends before, a line in the log says so, and so
 * does the status.
 */
public final class ExportThread extends Thread {

    private static final Logger LOG = PrintableLog.of("io.steptrace.export");

    private final BooleanSupplier mayEnd;

    /**
     * A daemon, not started.
     *
     * @param mayEnd whether the end of the export has begun
     */
    public ExportThread(Runnable body, String name, BooleanSupplier mayEnd) {
        super(body, name);
        this.mayEnd = mayEnd;
        setDaemon(true);
    }

    @Override
    public void run() {
        Throwable end = null;
        try {
            super.run();
        } catch (Throwable e) {
            end = e;
        }
        if (!mayEnd.getAsBoolean()) {
            LOG.errorf(end, "Trace export: its thread %s has ended, and spans are lost from now on - restart the application,"
                    + " and report this", getName());
        }
    }

    /** Whether it has ended before it may. */
    public boolean isLost() {
        return getState() == State.TERMINATED && !mayEnd.getAsBoolean();
    }
}
