package io.steptrace.runtime.internal.export;

import java.net.URI;
import java.util.List;

/**
 * How the export is doing; thread-safe, and never blocks. What the spool holds is what it held after its last operation:
 * while a disk hangs, so that an operation does not end, that stays as it was.
 */
public interface ExportStatus {

    /** How full the spool is. */
    SpoolFill fill();

    /** How full the queue in front of the spool is. */
    QueueFill queue();

    /** Where spans wait: {@code disk}, {@code memory} or {@code none}, and why not where they belong if that is so. */
    String heldIn();

    /** What became of all spans so far. */
    ExportTally tally();

    /** The state of the circuit breaker. */
    BreakerState breaker();

    /** The threads of the export that have ended before it has, by name: none, unless there is a bug. */
    List<String> lostThreads();

    /** Where spans go and how; null if nothing is exported. */
    Target target();

    /** The status of an export that does not take place. */
    static ExportStatus off() {
        return new ExportStatus() {

            private final ExportTally nothing = new ExportTally();

            @Override
            public SpoolFill fill() {
                return SpoolFill.EMPTY;
            }

            @Override
            public QueueFill queue() {
                return QueueFill.NONE;
            }

            @Override
            public String heldIn() {
                return "none";
            }

            @Override
            public ExportTally tally() {
                return nothing;
            }

            @Override
            public BreakerState breaker() {
                return BreakerState.CLOSED;
            }

            @Override
            public List<String> lostThreads() {
                return List.of();
            }

            @Override
            public Target target() {
                return null;
            }
        };
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
