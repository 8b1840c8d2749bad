package io.steptrace.runtime.internal.waits.jfr;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.quarkus.runtime.ImageMode;
import io.steptrace.runtime.internal.text.PrintableLog;

/** Why a stream has ended that was not closed. */
final class StreamEnd {

    private static final Logger LOG = PrintableLog.of(WaitStream.class);
    private static final String SWITCH = "or set quarkus.steptrace.detect.waits to false";

    private final Throwable failure;

    /** @param failure {@code null} if it has ended without one */
    StreamEnd(Throwable failure) {
        this.failure = failure;
    }

    void log() {
        boolean isBinary = ImageMode.current() == ImageMode.NATIVE_RUN;
        LOG.logf(isBinary ? Level.DEBUG : Level.INFO, "waits: %s, and only those that are marked are seen - %s, %s", reason(),
                isBinary ? "build the binary with quarkus.native.monitoring=jfr" : remedy(), SWITCH);
    }

    private String reason() {
        if (failure instanceof LinkageError) {
            return "this Java runtime has no module jdk.jfr";
        }
        return failure == null ? "the stream of events has ended" : "JDK Flight Recorder refuses (" + failure + ")";
    }

    private String remedy() {
        if (failure instanceof LinkageError) {
            return "add the module";
        }
        return "see that this JVM may record and that java.io.tmpdir can be written";
    }
}
