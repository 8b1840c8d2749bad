package io.steptrace.benchmarks.drill.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void isOneOfEachHeapOutageAndKindOfSpans() {
        assertThat(Cell.all()).hasSize(36).doesNotHaveDuplicates().containsAll(Cell.quick());
    }

    @Test
    void isOfOneHeapForAFirstLook() {
        assertThat(Cell.quick()).hasSize(9).doesNotHaveDuplicates();
        assertThat(Cell.quick()).extracting(Cell::heapMegabytes).containsOnly(80);
    }
}
