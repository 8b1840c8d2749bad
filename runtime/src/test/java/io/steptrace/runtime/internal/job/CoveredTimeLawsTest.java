package io.steptrace.runtime.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.arbitraries.ListArbitrary;

/** The union of intervals is that of a set of all their instants; beyond its bound it is never smaller. */
class CoveredTimeLawsTest {

    private static final int FEW = 200;
    private static final int MANY = 3_000;

    /** Relative to a reading of the clock. */
    record Interval(int begin, int end) {
    }

    /** The last one lies before an overflow of the clock. */
    @Provide
    Arbitrary<Long> origins() {
        return Arbitraries.of(0L, -100L, 1_000_000_000L, Long.MAX_VALUE - 100);
    }

    @Provide
    Arbitrary<List<Interval>> few() {
        return intervals(FEW, 40).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Interval>> many() {
        return intervals(MANY, 12).ofMinSize(100).ofMaxSize(600);
    }

    private static ListArbitrary<Interval> intervals(int until, int maxLength) {
        return Combinators.combine(Arbitraries.integers().between(0, until).withDistribution(
                RandomDistribution.uniform()), Arbitraries.integers().between(-2, maxLength))
                .as((begin, length) -> new Interval(begin, begin + length)).list();
    }

    @Property
    void growsByWhatIsNew(@ForAll("few") List<Interval> intervals, @ForAll("origins") long origin) {
        CoveredTime time = new CoveredTime();
        BitSet instants = new BitSet();
        for (Interval each : intervals) {
            int before = instants.cardinality();
            instants.set(each.begin(), Math.max(each.begin(), each.end()));
            assertThat(time.add(origin + each.begin(), origin + each.end())).isEqualTo(instants.cardinality() - before);
        }
    }

    @Property
    void coversWhatWasAdded(@ForAll("few") List<Interval> intervals, @ForAll("few") List<Interval> asked,
            @ForAll("origins") long origin) {
        CoveredTime time = new CoveredTime();
        BitSet instants = new BitSet();
        for (Interval each : intervals) {
            time.add(origin + each.begin(), origin + each.end());
            instants.set(each.begin(), Math.max(each.begin(), each.end()));
        }
        for (Interval each : asked) {
            assertThat(time.covered(origin + each.begin(), origin + each.end()))
                    .isEqualTo(instants.get(each.begin(), Math.max(each.begin(), each.end())).cardinality());
        }
    }

    @Property(tries = 200)
    void beyondItsBoundItIsNeverTooSmall(@ForAll("many") List<Interval> intervals, @ForAll("origins") long origin) {
        CoveredTime time = new CoveredTime();
        BitSet instants = new BitSet();
        long grown = 0;
        for (Interval each : intervals) {
            long added = time.add(origin + each.begin(), origin + each.end());
            assertThat(added).isNotNegative();
            grown += added;
            instants.set(each.begin(), Math.max(each.begin(), each.end()));
            assertThat(time.covered(origin + each.begin(), origin + each.end()))
                    .isEqualTo(Math.max(0, each.end() - each.begin()));
        }
        assertThat(grown).isBetween((long) instants.cardinality(), (long) hull(instants));
        assertThat(time.covered(origin - 10, origin + MANY + 100)).isEqualTo(grown);
    }

    @Test
    void beyondItsBoundTheSmallestGapIsCovered() {
        CoveredTime time = new CoveredTime();
        for (int i = 0; i < CoveredTime.CAPACITY; i++) {
            assertThat(time.add(100L * i, 100L * i + 10)).isEqualTo(10);
        }
        assertThat(time.add(1_015, 1_020)).isEqualTo(5 + 5);
        assertThat(time.covered(1_000, 1_100)).isEqualTo(20);
        assertThat(time.add(1_010, 1_015)).isZero();
    }

    private static int hull(BitSet instants) {
        return instants.isEmpty() ? 0 : instants.length() - instants.nextSetBit(0);
    }
}
