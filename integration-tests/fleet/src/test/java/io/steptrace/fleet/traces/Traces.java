package io.steptrace.fleet.traces;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.steptrace.neighbours.SpanFiles;

/** All that is in the files of a Collector, by trace. */
public final class Traces {

    private static final TraceParts NONE = new TraceParts();

    private final Map<String, TraceParts> byId = new HashMap<>();
    private long arrivals;

    private Traces() {
    }

    /** Reads what is there now. */
    public static Traces in(SpanFiles... files) {
        Traces traces = new Traces();
        for (SpanFiles each : files) {
            each.forEach(traces::add);
        }
        return traces;
    }

    private void add(ResourceSpans resource) {
        String service = value(resource.getResource().getAttributesList(), "service.name").orElseThrow();
        for (ScopeSpans scope : resource.getScopeSpansList()) {
            String policy = value(scope.getScope().getAttributesList(), "tailsampling.policy").orElse("none");
            scope.getSpansList().forEach(span -> {
                arrivals++;
                byId.computeIfAbsent(HexFormat.of().formatHex(span.getTraceId().toByteArray()), id -> new TraceParts())
                        .add(span, service, policy);
            });
        }
    }

    private static Optional<String> value(List<KeyValue> attributes, String key) {
        return attributes.stream().filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue()).findFirst();
    }

    public TraceParts of(String traceId) {
        return byId.getOrDefault(traceId, NONE);
    }

    public Map<String, TraceParts> all() {
        return byId;
    }

    /** The ids of all spans. */
    public Set<Long> ids() {
        return byId.values().stream().flatMap(trace -> trace.spans().stream()).collect(Collectors.toSet());
    }

    /** How many spans there are, each counted once. */
    public long spans() {
        return byId.values().stream().mapToLong(trace -> trace.spans().size()).sum();
    }

    /** How often a span has arrived that was there already. */
    public long repeated() {
        return arrivals - spans();
    }
}
