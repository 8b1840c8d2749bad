package io.steptrace.runtime.internal.stats;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts together what many have, against a bound: one by one of those that have few, and by blocks of those that have more, as
 * soon as the first of a block is there. Threads that add to large ones at once would else contend for the count with each
 * addition. A block is small against the bound. Thread-safe.
 */
public final class BlockCount {

    static final int LARGEST_BLOCK = 16;
    /** How many blocks there are room for at least. */
    private static final int BLOCKS = 1_024;

    private final int bound;
    private final int block;
    private final AtomicInteger counted = new AtomicInteger();

    /** @param bound at least 1 */
    public BlockCount(int bound) {
        this.bound = bound;
        this.block = Math.max(1, Math.min(LARGEST_BLOCK, bound / BLOCKS));
    }

    /** Counts the thing of this number, from 1 on, that one of the many gets. */
    public void add(int number) {
        int more = with(number);
        if (more > 0) {
            counted.addAndGet(more);
        }
    }

    /** Whether that thing is within the bound; when several threads ask at the same moment, a few more may slip in. */
    public boolean hasRoomFor(int number) {
        int more = with(number);
        return more == 0 || counted.get() + more <= bound;
    }

    /** One of the many loses all that it has. */
    public void remove(int size) {
        counted.addAndGet(-of(size));
    }

    /** What all have; more by less than a block for each that has more than a block. */
    public int get() {
        return counted.get();
    }

    private int with(int number) {
        if (number <= block) {
            return 1;
        }
        return (number - 1) % block == 0 ? block : 0;
    }

    private int of(int size) {
        return size <= block ? size : (size + block - 1) / block * block;
    }
}
