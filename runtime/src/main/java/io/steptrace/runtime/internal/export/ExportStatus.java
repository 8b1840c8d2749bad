package io.steptrace.runtime.internal.export;

import java.net.URI;
import java.util.List;

/**
 * How the export is doing; thread-safe, and never blocks. What the spool holds is what it held after its last operation:
 * while a disk hangs, so that an operation does not end, that stays as it was. The defaults are those of an export that does
 * not take place.
 */
public interface ExportStatus {

    /** How full the spool is. */
    default SpoolFill fill() {
        return SpoolFill.EMPTY;
    }

    /** How full the queue in front of the spool is. */
    default QueueFill queue() {
        return QueueFill.NONE;
    }

    /** Where spans wait: {@code disk}, {@code memory} or {@code none}, and why not where they belong if that is so. */
    default String heldIn() {
        return "none";
    }

    /** What became of all spans so far. */
    ExportTally tally();

    /** The state of the circuit breaker. */
    default BreakerState breaker() {
        return BreakerState.CLOSED;
    }

    /** The threads of the export that have ended before it has, by name: none, unless there is a bug. */
    default List<String> lostThreads() {
        return List.of();
    }

    /** Where spans go and how; null if nothing is exported. */
    default Target target() {
        return null;
    }

    /** The status of an export that does not take place. */
    static ExportStatus off() {
        ExportTally nothing = new ExportTally();
        return () -> nothing;
    }

    /**
     * A collector.
     *
     * @param endpoint its address, possibly with credentials: not for logs
     * @param protocol {@code grpc} or {@code http/protobuf}
     */
    record Target(URI endpoint, String protocol) {

        /** The port of the endpoint, or that of its scheme. */
        public int port() {
            return endpoint.getPort() < 0 ? defaultPort("https".equals(endpoint.getScheme())) : endpoint.getPort();
        }

        /** The port of HTTP, or of HTTP over TLS, where no other is named. */
        public static int defaultPort(boolean isTls) {
            return isTls ? 443 : 80;
        }
    }
}
