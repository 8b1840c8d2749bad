package io.steptrace.fleet.collectors;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A first tier that balances by trace, two Collectors that decide, and a place for what they keep. */
public final class Collectors implements AutoCloseable {

    private static final String PAGE = "first-tier.yaml";
    private static final String BACKEND = "backend";

    private final OtelCollector backend;
    private final List<OtelCollector> second;
    private final OtelCollector first;

    /** Starts them, each in a folder of its own. */
    public Collectors(Path folder, Duration decisionWait) {
        this(folder, decisionWait, OtelCollector.backend(folder.resolve(BACKEND)), PAGE);
    }

    /** Starts them as {@link #Collectors(Path, Duration)} does, but the first tier answers when the second has. */
    public static Collectors withoutQueue(Path folder, Duration decisionWait) {
        return new Collectors(folder, decisionWait, OtelCollector.backend(folder.resolve(BACKEND)), PAGE, "without-queue.yaml");
    }

    /** Starts them, each in a folder of its own; what they keep can be looked at in Jaeger. */
    public Collectors(Path folder, Duration decisionWait, Jaeger jaeger) {
        this(folder, decisionWait, OtelCollector.backend(folder.resolve(BACKEND), jaeger.address()), PAGE);
    }

    private Collectors(Path folder, Duration decisionWait, OtelCollector backend, String... firstTier) {
        this.backend = backend;
        second = List.of(OtelCollector.secondTier(folder.resolve("tail-0"), decisionWait, backend),
                OtelCollector.secondTier(folder.resolve("tail-1"), decisionWait, backend));
        first = OtelCollector.firstTier(folder.resolve("first"), second, firstTier);
        all().forEach(OtelCollector::start);
    }

    /** Where the services export to. */
    public OtelCollector first() {
        return first;
    }

    /** Those that decide. */
    public List<OtelCollector> second() {
        return second;
    }

    /** Where what is kept arrives. */
    public OtelCollector backend() {
        return backend;
    }

    /** The processor time that those of the page have taken. */
    public Duration processorTime() {
        return second.stream().map(OtelCollector::processorTime).reduce(first.processorTime(), Duration::plus);
    }

    @Override
    public void close() {
        all().forEach(OtelCollector::close);
    }

    private List<OtelCollector> all() {
        List<OtelCollector> all = new ArrayList<>(List.of(backend));
        all.addAll(second);
        all.add(first);
        return all;
    }
}
