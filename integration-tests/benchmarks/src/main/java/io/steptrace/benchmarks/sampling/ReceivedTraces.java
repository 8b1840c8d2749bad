package io.steptrace.benchmarks.sampling;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.steptrace.benchmarks.served.FieldPath;

/** The traces of which at least one span has arrived. Safe for use by many threads. */
final class ReceivedTraces implements Consumer<byte[]> {

    /** {@code resource_spans}, {@code scope_spans}, {@code spans}, {@code trace_id}. */
    private static final FieldPath TRACE_IDS = new FieldPath(1, 2, 2, 1);

    private final Set<TraceKey> keys = new HashSet<>();

    /** @param request an {@code ExportTraceServiceRequest} */
    @Override
    public synchronized void accept(byte[] request) {
        TRACE_IDS.visit(request, traceId -> keys.add(TraceKey.of(traceId)));
    }

    synchronized Set<TraceKey> keys() {
        return Set.copyOf(keys);
    }
}
