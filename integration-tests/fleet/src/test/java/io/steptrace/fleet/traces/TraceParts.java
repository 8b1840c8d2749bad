package io.steptrace.fleet.traces;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.trace.v1.Span;

/** The spans of one trace that a Collector has got. */
public final class TraceParts {

    private static final long NONE = 0;

    private final Map<Long, Long> parents = new HashMap<>();
    private final Set<String> services = new HashSet<>();
    private final Set<String> policies = new HashSet<>();

    void add(Span span, String service, String policy) {
        parents.put(id(span.getSpanId()), span.getParentSpanId().isEmpty() ? NONE : id(span.getParentSpanId()));
        services.add(service);
        policies.add(policy);
    }

    private static long id(ByteString bytes) {
        return bytes.asReadOnlyByteBuffer().getLong();
    }

    /** The span ids. */
    public Set<Long> spans() {
        return parents.keySet();
    }

    /** The names of the services that its spans are of. */
    public Set<String> services() {
        return services;
    }

    /** The policies that have kept it; more than one if it was decided more than once. */
    public Set<String> policies() {
        return policies;
    }

    /** Whether it has one root, and of each other span the parent. */
    public boolean isConnected() {
        return parents.values().stream().filter(parent -> parent == NONE).count() == 1
                && parents.values().stream().allMatch(parent -> parent == NONE || parents.containsKey(parent));
    }
}
