package io.steptrace.runtime.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BlockCountTest {

    private static final int LARGE = 100_000;

    @Property
    void countsNoLessThanThereIsAndLittleMore(@ForAll @Size(max = 50) List<@IntRange(max = 1_000) Integer> sizes) {
        BlockCount count = new BlockCount(LARGE);
        sizes.forEach(size -> fill(count, size));

        int all = sizes.stream().mapToInt(size -> size).sum();
        assertThat(count.get()).isBetween(all, all + sizes.size() * (BlockCount.LARGEST_BLOCK - 1));
        sizes.forEach(count::remove);
        assertThat(count.get()).isZero();
    }

    @Property
    void countsFewOneByOne(@ForAll @IntRange(max = BlockCount.LARGEST_BLOCK) int size) {
        BlockCount count = new BlockCount(LARGE);
        fill(count, size);

        assertThat(count.get()).isEqualTo(size);
    }

    @Property
    void countsOneByOneAgainstASmallBound(@ForAll @IntRange(max = 1_000) int size) {
        BlockCount count = new BlockCount(2_000);
        fill(count, size);

        assertThat(count.get()).isEqualTo(size);
    }

    @Property
    void takesNoMoreThanItsBound(@ForAll @IntRange(min = 1, max = 20_000) int bound) {
        BlockCount count = new BlockCount(bound);
        int taken = 0;
        while (count.hasRoomFor(taken + 1)) {
            count.add(++taken);
        }

        assertThat(count.get()).isLessThanOrEqualTo(bound);
        assertThat(taken).isGreaterThan(bound - BlockCount.LARGEST_BLOCK);
        assertThat(new BlockCount(bound).hasRoomFor(1)).isTrue();
    }

    @Test
    void hasRoomAgainWhenOneHasLostAll() {
        BlockCount count = new BlockCount(2);
        fill(count, 2);
        assertThat(count.hasRoomFor(1)).isFalse();

        count.remove(2);
        assertThat(count.hasRoomFor(1)).isTrue();
    }

    private static void fill(BlockCount count, int size) {
        for (int number = 1; number <= size; number++) {
            count.add(number);
        }
    }
}
