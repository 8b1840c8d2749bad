package io.steptrace.benchmarks.drill.memory;

import java.util.Arrays;
import java.util.List;

/**
 * One cell of the table.
 *
 * @param heapMegabytes the application may have at most
 */
record Cell(int heapMegabytes, Outage outage, Spans spans) {

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
