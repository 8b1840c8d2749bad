package io.steptrace.runtime.internal.telemetry;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.text.PrintableLog;

/**
 * The border between the application and its telemetry: a fault of the telemetry, or of code it calls, such as a span
 * processor or the {@code toString()} of an argument, must not become one of the work. Neither must an {@link Error}: what
 * the application meets without telemetry it still meets by itself. Thread-safe; nothing here throws.
 * <p>
 * Where a lambda would cost more than it saves, a method is its own border: it catches {@link Throwable} and calls
 * {@link #note}.
 */
public final class BrokenTelemetry {

    private static final Logger LOG = PrintableLog.of(BrokenTelemetry.class);

    private static volatile boolean isNoted;

    private BrokenTelemetry() {
    }

    /** Records something, and goes on even if that fails. */
    public static void guard(Runnable recording) {
        try {
            recording.run();
        } catch (Throwable e) {
            note(e);
        }
    }

    /** Logs a fault, the first as a warning and later ones at debug level: a broken processor breaks every span. */
    public static void note(Throwable fault) {
        try {
            if (isNoted) {
                LOG.debug("telemetry: something could not be recorded", fault);
                return;
            }
            isNoted = true;
            LOG.warn("telemetry: something could not be recorded, and the application goes on without it - further faults are"
                    + " logged at debug level", fault);
        } catch (Throwable unloggable) {
            // of memory there may be none left, and the fault itself may fail to say what it is
        }
    }
}
