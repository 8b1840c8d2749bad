package io.steptrace.dev.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of a queue with any jobs and any number of workers. */
class ReplayLawsTest {

    @Provide
    Arbitrary<List<RecentJob>> jobs() {
        Arbitrary<Long> nanos = Arbitraries.longs().between(0, 40);
        return Combinators.combine(nanos, nanos).as((arrived, taken) -> new RecentJob("q", arrived, 0, taken, 0)).list()
                .ofMinSize(1).ofMaxSize(30);
    }

    @Property
    void oneMoreWorkerNeverMakesAJobWaitLonger(@ForAll("jobs") List<RecentJob> jobs,
            @ForAll @IntRange(min = 1, max = 10) int workers) {
        long[] waits = new Replay(jobs).waitsNanos(workers);
        long[] shorter = new Replay(jobs).waitsNanos(workers + 1);
        for (int number = 0; number < waits.length; number++) {
            assertThat(shorter[number]).isBetween(0L, waits[number]);
        }
    }

    @Property
    void oneWorkerServesOneAfterTheOther(@ForAll("jobs") List<RecentJob> jobs) {
        List<RecentJob> inOrder = jobs.stream()
                .sorted((one, another) -> Long.compare(one.arrivedNanos(), another.arrivedNanos()))
                .toList();
        long[] waits = new Replay(jobs).waitsNanos(1);
        long freeNanos = Long.MIN_VALUE;
        for (int number = 0; number < waits.length; number++) {
            long beginNanos = inOrder.get(number).arrivedNanos() + waits[number];
            assertThat(beginNanos).isEqualTo(Math.max(inOrder.get(number).arrivedNanos(), freeNanos));
            freeNanos = beginNanos + inOrder.get(number).takenNanos();
        }
    }

    @Property
    void aWorkerForEachJobLetsNoneWait(@ForAll("jobs") List<RecentJob> jobs) {
        assertThat(LongStream.of(new Replay(jobs).waitsNanos(jobs.size())).sum()).isZero();
    }

    @Property
    void theFewestWorkersAreEnoughAndOneLessIsNot(@ForAll("jobs") List<RecentJob> jobs,
            @ForAll @LongRange(min = 1, max = 50) long limit) {
        Replay replay = new Replay(jobs);
        int fewest = replay.fewestWorkers(limit, 100);
        assertThat(replay.p95WaitNanos(fewest)).isLessThan(limit);
        if (fewest > 1) {
            assertThat(replay.p95WaitNanos(fewest - 1)).isGreaterThanOrEqualTo(limit);
            assertThat(replay.fewestWorkers(limit, fewest - 1)).isZero();
        }
    }

    @Property
    void noMoreAreBusyThanAtThePeakNorAtThePeakThanThereAreJobs(@ForAll("jobs") List<RecentJob> jobs) {
        Replay replay = new Replay(jobs);
        assertThat(replay.busyWorkersAtThePeak()).isBetween(1, jobs.size());
        assertThat(replay.busyWorkers()).isBetween(0.0, (double) replay.busyWorkersAtThePeak());
    }

    @Property
    void asManyWorkersAsAreBusyAtThePeakLetNoneWait(@ForAll("jobs") List<RecentJob> jobs) {
        Replay replay = new Replay(jobs);
        assertThat(LongStream.of(replay.waitsNanos(replay.busyWorkersAtThePeak())).sum()).isZero();
    }
}
