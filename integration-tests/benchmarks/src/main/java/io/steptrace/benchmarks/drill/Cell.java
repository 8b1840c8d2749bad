package io.steptrace.benchmarks.drill;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;

/**
 * One cell of the table.
 *
 * @param heapMegabytes the application may have at most
 */
record Cell(int heapMegabytes, Outage outage, Spans spans) {

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

    /** The spans that are made while the collector takes none: one a request, and that of the request. */
    enum Spans {

        SMALL(0, 20_000, "20000 small"),
        LARGE(20_000, 6_000, "6000 of 20 KB"),
        HUGE(200_000, 800, "800 of 200 KB");

        /** Of an attribute of each. */
        final int bytes;
        final int requests;
        private final String label;

        Spans(int bytes, int requests, String label) {
            this.bytes = bytes;
            this.requests = requests;
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final List<Integer> HEAPS_MEGABYTES = List.of(64, 80, 128, 256);
    private static final int QUICK_HEAP_MEGABYTES = 80;

    /** The whole table. */
    static List<Cell> all() {
        return HEAPS_MEGABYTES.stream().flatMap(heap -> ofHeap(heap).stream()).toList();
    }

    /** One heap of the table, for a first look. */
    static List<Cell> quick() {
        return ofHeap(QUICK_HEAP_MEGABYTES);
    }

    private static List<Cell> ofHeap(int megabytes) {
        return Arrays.stream(Outage.values())
                .flatMap(outage -> Arrays.stream(Spans.values()).map(spans -> new Cell(megabytes, outage, spans)))
                .toList();
    }
}
