package io.steptrace.runtime.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.JobState.Enqueued;
import io.steptrace.runtime.internal.job.JobState.Started;
import io.steptrace.runtime.internal.time.TestClock;

class JobTimelineTest {

    private static final long THIS_THREAD = Thread.currentThread().getId();

    private static final ParkReason LOCK = ParkReason.of(ParkCause.LOCK);

    private final TestClock clock = new TestClock(1_000);

    @Test
    void dividesTheLifeOfAJob() {
        JobTimeline timeline = JobTimeline.enqueued(clock, clock.nanoTime());
        clock.advance(10);
        timeline.take();
        clock.advance(5);
        timeline.start();
        clock.advance(20);
        OpenPark park = timeline.park(LOCK);
        clock.advance(30);
        park.resume();
        clock.advance(7);

        Completed job = timeline.complete();
        assertThat(job.durations()).isEqualTo(new JobDurations(10, 5, 30, 27));
        assertThat(job.durations().totalNanos()).isEqualTo(72);
        assertThat(job.completedNanos() - job.enqueuedNanos()).isEqualTo(72);
        assertThat(job.parkCount()).isEqualTo(1);
    }

    @Test
    void takesAJobAtAnInstantThatOthersHaveRead() {
        long enqueued = clock.nanoTime();
        JobTimeline timeline = JobTimeline.enqueued(clock, enqueued);
        clock.advance(15);
        timeline.takeAt(enqueued + 10);
        timeline.start();
        clock.advance(3);

        assertThat(timeline.complete().durations()).isEqualTo(new JobDurations(10, 5, 0, 3));
    }

    @Test
    void takesNoJobBeforeItWasEnqueued() {
        long enqueued = clock.nanoTime();
        JobTimeline timeline = JobTimeline.enqueued(clock, enqueued);
        timeline.takeAt(enqueued - 10);
        timeline.start();

        assertThat(timeline.complete().durations()).isEqualTo(new JobDurations(0, 0, 0, 0));
    }

    @Test
    void countsWhatWentBeforeTheQueueAsActive() {
        long start = clock.nanoTime();
        clock.advance(40);
        JobTimeline timeline = JobTimeline.enqueued(clock, start, clock.nanoTime());
        clock.advance(10);
        timeline.take();
        timeline.start();
        clock.advance(3);

        Completed job = timeline.complete();
        assertThat(job.durations()).isEqualTo(new JobDurations(10, 0, 0, 43));
        assertThat(job.completedNanos() - start).isEqualTo(53);
    }

    @Test
    void countsOverlappingParksOnce() {
        JobTimeline timeline = JobTimeline.running(clock, clock.nanoTime());
        OpenPark first = timeline.park(LOCK);
        clock.advance(10);
        OpenPark second = timeline.park(LOCK);
        clock.advance(10);
        assertThat(first.resume()).isEmpty();
        clock.advance(10);
        assertThat(second.resume()).extracting(ParkEpisode::durationNanos).containsExactly(20L, 20L);

        Completed job = timeline.complete();
        assertThat(job.durations()).isEqualTo(new JobDurations(0, 0, 30, 0));
        assertThat(job.parkCount()).isEqualTo(2);
        assertThat(job.lastParks()).isEmpty();
    }

    @Test
    void countsAWaitThatOnlyItsEndProves() {
        JobTimeline timeline = JobTimeline.running(clock, clock.nanoTime());
        clock.advance(5);
        PossiblePark possible = timeline.mayPark();
        clock.advance(10);
        assertThat(timeline.parkedSince(possible, LOCK)).containsExactly(new ParkEpisode(LOCK, 1_005, 1_015, THIS_THREAD));
        clock.advance(3);

        assertThat(timeline.complete().durations()).isEqualTo(new JobDurations(0, 0, 10, 8));
    }

    @Test
    void countsOnlyTheRestOfAProvenWaitThatOverlapsOthers() {
        JobTimeline timeline = JobTimeline.running(clock, clock.nanoTime());
        OpenPark before = timeline.park(LOCK);
        clock.advance(10);
        PossiblePark possible = timeline.mayPark();
        clock.advance(10);
        before.resume();
        clock.advance(10);
        OpenPark after = timeline.park(LOCK);
        clock.advance(10);
        timeline.parkedSince(possible, LOCK);
        clock.advance(10);
        after.resume();

        Completed job = timeline.complete();
        assertThat(job.durations()).isEqualTo(new JobDurations(0, 0, 50, 0));
        assertThat(job.parkCount()).isEqualTo(3);
    }

    @Test
    void doesNotCountAnIntervalThatWasNeverProven() {
        JobTimeline timeline = JobTimeline.running(clock, clock.nanoTime());
        timeline.mayPark();
        clock.advance(10);

        assertThat(timeline.complete().durations()).isEqualTo(new JobDurations(0, 0, 0, 10));
    }

    @Test
    void closesOpenParksAtTheEnd() {
        JobTimeline timeline = JobTimeline.running(clock, clock.nanoTime());
        clock.advance(3);
        OpenPark open = timeline.park(LOCK);
        clock.advance(9);

        Completed job = timeline.complete();
        assertThat(job.durations()).isEqualTo(new JobDurations(0, 0, 9, 3));
        assertThat(job.lastParks()).containsExactly(new ParkEpisode(LOCK, 1_003, 1_012, THIS_THREAD));
        clock.advance(9);
        assertThat(open.resume()).isEmpty();
        assertThat(timeline.complete()).isSameAs(job);
    }

    @Test
    void endsAJobThatWasNeverTaken() {
        JobTimeline timeline = JobTimeline.enqueued(clock, clock.nanoTime());
        assertThat(timeline.state()).isInstanceOf(Enqueued.class);
        clock.advance(50);

        Completed job = timeline.complete();
        assertThat(job.durations()).isEqualTo(new JobDurations(50, 0, 0, 0));
        assertThat(job.wasTaken()).isFalse();
        assertThat(job.furthest()).isNotInstanceOf(Started.class);
    }

    @Test
    void endsAJobThatWasNeverStarted() {
        JobTimeline timeline = JobTimeline.enqueued(clock, clock.nanoTime());
        clock.advance(50);
        timeline.take();
        clock.advance(4);

        Completed job = timeline.complete();
        assertThat(job.durations()).isEqualTo(new JobDurations(50, 4, 0, 0));
        assertThat(job.wasTaken()).isTrue();
        assertThat(job.furthest()).isNotInstanceOf(Started.class);
    }

    @Test
    void ignoresWhatComesTooLateOrTwice() {
        JobTimeline timeline = JobTimeline.enqueued(clock, clock.nanoTime());
        timeline.start();
        assertThat(timeline.state()).isInstanceOf(Enqueued.class);
        assertThat(timeline.park(LOCK).resume()).isEmpty();
        timeline.take();
        clock.advance(2);
        timeline.take();
        timeline.start();
        clock.advance(2);
        timeline.start();
        assertThat(timeline.state()).isEqualTo(new Started(1_000, 1_000, 1_002));
        OpenPark park = timeline.park(LOCK);
        clock.advance(2);
        park.resume();
        assertThat(park.resume()).isEmpty();

        Completed job = timeline.complete();
        timeline.take();
        timeline.park(LOCK);
        assertThat(timeline.state()).isSameAs(job);
        assertThat(job.durations()).isEqualTo(new JobDurations(0, 2, 2, 2));
        assertThat(job.parkCount()).isEqualTo(1);
    }

    @Test
    void keepsTheLongestOfManyOverlappingParksAndCountsThemAll() {
        JobTimeline timeline = JobTimeline.running(clock, clock.nanoTime());
        OpenPark around = timeline.park(LOCK);
        int many = 10 * ParkLog.CAPACITY;
        for (int i = 1; i <= many; i++) {
            OpenPark park = timeline.park(LOCK);
            clock.advance(i);
            park.resume();
        }
        List<ParkEpisode> closed = around.resume();

        assertThat(closed).hasSize(ParkLog.CAPACITY).isSortedAccordingTo(
                (one, other) -> Long.compare(one.parkedNanos(), other.parkedNanos()));
        assertThat(closed.stream().mapToLong(ParkEpisode::durationNanos).min()).hasValue(many - ParkLog.CAPACITY + 2);
        assertThat(timeline.complete().parkCount()).isEqualTo(many + 1);
    }

    @Test
    void neverRunsBackwardsEvenIfTheClockDoes() {
        JobTimeline timeline = JobTimeline.enqueued(clock, clock.nanoTime());
        clock.advance(10);
        timeline.take();
        clock.advance(-500);
        timeline.start();
        OpenPark park = timeline.park(LOCK);
        park.resume();
        assertThat(timeline.complete().durations()).isEqualTo(new JobDurations(10, 0, 0, 0));
    }

    @Test
    void measuresAcrossTheOverflowOfTheClock() {
        TestClock overflowing = new TestClock(Long.MAX_VALUE - 5);
        JobTimeline timeline = JobTimeline.enqueued(overflowing, overflowing.nanoTime());
        overflowing.advance(10);
        timeline.take();
        overflowing.advance(10);
        timeline.start();
        overflowing.advance(10);
        assertThat(timeline.complete().durations()).isEqualTo(new JobDurations(10, 10, 0, 10));
    }
}
