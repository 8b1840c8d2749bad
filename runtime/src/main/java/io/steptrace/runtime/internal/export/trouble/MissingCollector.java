package io.steptrace.runtime.internal.export.trouble;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.steptrace.runtime.internal.export.PartialSuccess;

/**
 * The outage of a collector that is nowhere configured, while the application is developed or tested: most likely there
 * is none. One line says so, and none after a live reload.
 */
public final class MissingCollector implements Trouble {

    /** A live reload leaves the classes of the extension as they are. */
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private final Logger log;
    private final String target;
    private final Trouble present;

    /** @param present gets what concerns the spool, and what a collector says that is there all the same */
    public MissingCollector(Logger log, String target, Trouble present) {
        this.log = log;
        this.target = target;
        this.present = present;
    }

    @Override
    public void failed(String why) {
        if (SAID.compareAndSet(false, true)) {
            log.infof("Trace export: no collector at %s (%s), and none is configured - set"
                    + " quarkus.otel.exporter.otlp.endpoint, or quarkus.otel.traces.exporter=none at build time", target, why);
        }
    }

    @Override
    public void refused(String why) {
        present.refused(why);
    }

    @Override
    public void remarked(PartialSuccess answer) {
        present.remarked(answer);
    }
}
