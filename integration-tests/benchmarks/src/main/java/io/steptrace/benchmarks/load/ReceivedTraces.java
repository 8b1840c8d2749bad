package io.steptrace.benchmarks.load;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.steptrace.benchmarks.served.FieldPath;

/**
 * The ids of traces of which at least one span has arrived, each in as little memory as it takes. Safe for use by many threads.
 */
final class ReceivedTraces implements Consumer<byte[]> {

    /** {@code resource_spans}, {@code scope_spans}, {@code spans}, {@code trace_id}. */
    private static final FieldPath TRACE_IDS = new FieldPath(1, 2, 2, 1);

    private static final int HEX = 16;

    private final Set<UUID> ids = new HashSet<>();

    /** @param traceId 32 hexadecimal digits */
    static UUID parse(String traceId) {
        return new UUID(Long.parseUnsignedLong(traceId, 0, HEX, HEX), Long.parseUnsignedLong(traceId, HEX, 2 * HEX, HEX));
    }

    /** @param request an {@code ExportTraceServiceRequest} */
    @Override
    public synchronized void accept(byte[] request) {
        TRACE_IDS.visit(request, traceId -> ids.add(new UUID(traceId.getLong(), traceId.getLong())));
    }

    synchronized Set<UUID> ids() {
        return Set.copyOf(ids);
    }
}
