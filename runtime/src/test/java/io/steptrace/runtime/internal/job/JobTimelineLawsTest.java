package io.steptrace.runtime.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.time.TestClock;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of time hold for every sequence of facts, sensible or not. */
class JobTimelineLawsTest {

    enum Fact {
        TAKE,
        START,
        PARK,
        RESUME,
        RESUME_AGAIN,
        MAY_PARK,
        PARKED_SINCE
    }

    /**
     * A fact after some time.
     *
     * @param pick which of the parks so far is meant
     */
    record Moment(long afterNanos, Fact fact, int pick) {
    }

    @Provide
    Arbitrary<List<Moment>> lives() {
        Arbitrary<Long> delay = Arbitraries.longs().between(-50, 10_000_000).withDistribution(
                net.jqwik.api.RandomDistribution.biased());
        Arbitrary<Moment> moment = Combinators
                .combine(delay, Arbitraries.of(Fact.class), Arbitraries.integers().between(0, 1_000))
                .as(Moment::new);
        return moment.list().ofMaxSize(300);
    }

    @Property
    void durationsAddUpAndNothingIsNegative(@ForAll("lives") List<Moment> life, @ForAll boolean queued) {
        Lived lived = live(life, queued);
        JobDurations durations = lived.job.durations();
        assertThat(durations.totalNanos()).isEqualTo(lived.job.completedNanos() - lived.job.enqueuedNanos());
        assertThat(List.of(durations.queueWaitNanos(), durations.dispatchNanos(), durations.parkNanos(),
                durations.activeNanos())).allMatch(part -> part >= 0);
    }

    @Property
    void parkTimeIsTheUnionOfTheEpisodes(@ForAll("lives") List<Moment> life, @ForAll boolean queued) {
        Lived lived = live(life, queued);
        long union = 0;
        long until = Long.MIN_VALUE;
        for (ParkEpisode episode : byBegin(lived.closed)) {
            union += Math.max(0, episode.resumedNanos() - Math.max(until, episode.parkedNanos()));
            until = Math.max(until, episode.resumedNanos());
        }
        // beyond the bound episodes are counted and not kept, so that only the total knows them
        if (lived.closed.size() == lived.job.parkCount()) {
            assertThat(lived.job.durations().parkNanos()).isEqualTo(union);
        } else {
            assertThat(lived.job.durations().parkNanos()).isGreaterThanOrEqualTo(union);
        }
    }

    @Property
    void episodesLieWithinTheRunningTimeInOrder(@ForAll("lives") List<Moment> life, @ForAll boolean queued) {
        Lived lived = live(life, queued);
        assertThat(lived.closed).allSatisfy(episode -> {
            assertThat(episode.parkedNanos()).isGreaterThanOrEqualTo(lived.job.startedNanos());
            assertThat(episode.resumedNanos()).isBetween(episode.parkedNanos(), lived.job.completedNanos());
        });
        assertThat(lived.closed.size()).isLessThanOrEqualTo((int) lived.job.parkCount());
    }

    @Property
    void waitsThatAreKnownFromTheirBeginAreToldInOrder(@ForAll("lives") List<Moment> life, @ForAll boolean queued) {
        List<Moment> known = life.stream().filter(moment -> moment.fact() != Fact.PARKED_SINCE).toList();
        assertThat(live(known, queued).closed).extracting(ParkEpisode::parkedNanos).isSorted();
    }

    private static List<ParkEpisode> byBegin(List<ParkEpisode> episodes) {
        return episodes.stream().sorted(Comparator.comparingLong(ParkEpisode::parkedNanos)).toList();
    }

    /** A finished job and all episodes it has closed, in the order of closing. */
    private record Lived(Completed job, List<ParkEpisode> closed) {
    }

    private static Lived live(List<Moment> life, boolean queued) {
        TestClock clock = new TestClock(1_000_000_000L);
        JobTimeline timeline = queued ? JobTimeline.enqueued(clock, clock.nanoTime())
                : JobTimeline.running(clock, clock.nanoTime());
        List<OpenPark> parks = new ArrayList<>();
        List<PossiblePark> possible = new ArrayList<>();
        List<ParkEpisode> closed = new ArrayList<>();
        for (Moment moment : life) {
            clock.advance(moment.afterNanos());
            switch (moment.fact()) {
                case TAKE -> timeline.take();
                case START -> timeline.start();
                case PARK -> parks.add(timeline.park(ParkReason.of(ParkCause.OTHER)));
                case RESUME, RESUME_AGAIN -> {
                    if (!parks.isEmpty()) {
                        closed.addAll(parks.get(moment.pick() % parks.size()).resume());
                    }
                }
                case MAY_PARK -> possible.add(timeline.mayPark());
                case PARKED_SINCE -> {
                    if (!possible.isEmpty()) {
                        closed.addAll(timeline.parkedSince(possible.get(moment.pick() % possible.size()),
                                ParkReason.of(ParkCause.TIMER)));
                    }
                }
            }
        }
        Completed job = timeline.complete();
        closed.addAll(job.lastParks());
        return new Lived(job, closed);
    }
}
