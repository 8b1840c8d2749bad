package io.steptrace.runtime.internal.verdict;

import java.util.stream.IntStream;

/**
 * Rounds the parts of a sum so that they add up to the rounded sum.
 * <p>
 * All are rounded down, and the units that are then missing go to the parts that have lost most.
 */
final class Rounding {

    private Rounding() {
    }

    /** The nearest number of units. */
    static long of(long nanos, long unitNanos) {
        return (nanos + unitNanos / 2) / unitNanos;
    }

    /**
     * The parts in units, in their order.
     *
     * @param sum the sum of all parts in units, rounded up or down
     */
    static long[] of(long[] partsNanos, long unitNanos, long sum) {
        long[] units = new long[partsNanos.length];
        long missing = sum;
        for (int i = 0; i < units.length; i++) {
            units[i] = partsNanos[i] / unitNanos;
            missing -= units[i];
        }
        IntStream.range(0, units.length).boxed()
                .sorted((one, another) -> Long.compare(partsNanos[another] % unitNanos, partsNanos[one] % unitNanos))
                .limit(missing).forEach(i -> units[i]++);
        return units;
    }
}
