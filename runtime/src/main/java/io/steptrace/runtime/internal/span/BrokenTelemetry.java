package io.steptrace.runtime.internal.span;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.text.PrintableLog;

/** Notes faults of the telemetry itself, such as a span processor that throws: they must not become faults of the work. */
public final class BrokenTelemetry {

    private static final Logger LOG = PrintableLog.of(BrokenTelemetry.class);

    private static volatile boolean told;

    private BrokenTelemetry() {
    }

    /** Tells something; what is told may reach code of others, whose faults must not stop the work. */
    public static void guard(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | LinkageError e) {
            // a platform of another version may lack what we were built with
            note(e);
        }
    }

    /** Says it once, and then only to those who debug: a broken processor breaks every span. */
    public static void note(Throwable fault) {
        if (told) {
            LOG.debug("telemetry: a span could not be told", fault);
            return;
        }
        told = true;
        LOG.warn("telemetry: a span could not be told, and the application goes on without it - further faults are logged at"
                + " debug level", fault);
    }
}
