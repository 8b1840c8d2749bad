package io.steptrace.benchmarks.drill.memory;

import java.util.function.Consumer;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;

/** The ways in which a collector takes no spans. */
enum Outage {

    OVERLOADED("503", collector -> collector.always(Behaviour.status(503))),
    GONE("refused", Collector::stop),
    SILENT("silent", collector -> collector.always(Behaviour.stall()));

    private final String label;
    private final Consumer<Collector> beginning;

    Outage(String label, Consumer<Collector> beginning) {
        this.label = label;
        this.beginning = beginning;
    }

    void begin(Collector collector) {
        beginning.accept(collector);
    }

    /** The collector takes everything again. */
    void end(Collector collector) {
        collector.always(Behaviour.accept());
        collector.start();
    }

    @Override
    public String toString() {
        return label;
    }
}
