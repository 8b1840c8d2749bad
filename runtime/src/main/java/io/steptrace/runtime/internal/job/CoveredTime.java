package io.steptrace.runtime.internal.job;

import java.util.ArrayList;
import java.util.List;

/**
 * The union of intervals of monotonic time, which may overlap and come in any order.
 * <p>
 * Exact while at most {@value #CAPACITY} of them lie apart. Beyond that the smallest gap counts as covered: the union is never
 * too small then, and never reaches beyond its first begin and its last end. Readings are compared by their difference, as the
 * clock may overflow. Not thread-safe.
 */
public final class CoveredTime {

    static final int CAPACITY = 128;

    private record Interval(long beginNanos, long endNanos) {

        private long lengthNanos() {
            return endNanos - beginNanos;
        }

        private boolean endsBefore(Interval another) {
            return endNanos - another.beginNanos < 0;
        }

        private long gapNanos(Interval next) {
            return next.beginNanos - endNanos;
        }

        private Interval upTo(Interval another) {
            return new Interval(beginNanos + Math.min(0, another.beginNanos - beginNanos),
                    endNanos + Math.max(0, another.endNanos - endNanos));
        }

        private long sharedNanos(Interval another) {
            long fromNanos = Math.max(0, another.beginNanos - beginNanos);
            return Math.max(0, Math.min(lengthNanos(), another.endNanos - beginNanos) - fromNanos);
        }
    }

    /** In the order of time, with a gap between any two. */
    private final List<Interval> intervals = new ArrayList<>(4);

    /**
     * Adds an interval; one that does not end after its begin is empty.
     *
     * @return how many nanoseconds the union has grown by
     */
    public long add(long beginNanos, long endNanos) {
        Interval added = new Interval(beginNanos, endNanos);
        if (added.lengthNanos() <= 0) {
            return 0;
        }
        int first = 0;
        while (first < intervals.size() && intervals.get(first).endsBefore(added)) {
            first++;
        }
        long knownNanos = 0;
        while (first < intervals.size() && !added.endsBefore(intervals.get(first))) {
            Interval touched = intervals.remove(first);
            knownNanos += touched.lengthNanos();
            added = added.upTo(touched);
        }
        intervals.add(first, added);
        long grownNanos = added.lengthNanos() - knownNanos;
        return intervals.size() > CAPACITY ? grownNanos + closeSmallestGap() : grownNanos;
    }

    /** How much of an interval the union covers, in nanoseconds. */
    public long covered(long beginNanos, long endNanos) {
        Interval asked = new Interval(beginNanos, endNanos);
        return intervals.stream().mapToLong(asked::sharedNanos).sum();
    }

    private long closeSmallestGap() {
        int smallest = 0;
        for (int i = 1; i < intervals.size() - 1; i++) {
            if (gapNanosAfter(i) < gapNanosAfter(smallest)) {
                smallest = i;
            }
        }
        long gapNanos = gapNanosAfter(smallest);
        intervals.set(smallest, intervals.get(smallest).upTo(intervals.remove(smallest + 1)));
        return gapNanos;
    }

    private long gapNanosAfter(int index) {
        return intervals.get(index).gapNanos(intervals.get(index + 1));
    }
}
