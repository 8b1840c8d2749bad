package io.steptrace.runtime.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.time.TestClock;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RollingPercentileTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final long MILLI = 1_000_000;

    private final TestClock clock = new TestClock(7);
    private final RollingPercentile window = new RollingPercentile(WINDOW, clock);

    @Test
    void hasNoneDuringWarmUp() {
        record(RollingPercentile.WARM_UP - 1, MILLI);
        assertThat(window.p95Nanos()).isEqualTo(Long.MAX_VALUE);

        record(1, MILLI);
        refresh();

        assertThat(window.p95Nanos()).isCloseTo(MILLI, withPercentage(1));
    }

    @Test
    void tellsTheSlowOnesFromTheRest() {
        record(940, MILLI);
        record(45, 50 * MILLI);
        record(15, 500 * MILLI);
        refresh();

        assertThat(window.p95Nanos()).isCloseTo(50 * MILLI, withPercentage(1));
        assertThat(window.p99Nanos()).isCloseTo(500 * MILLI, withPercentage(1));
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        record(200, 500 * MILLI);
        clock.advance(WINDOW.toNanos() / 2);
        record(200, MILLI);
        refresh();
        assertThat(window.p95Nanos()).as("half a window later").isGreaterThan(400 * MILLI);

        clock.advance(WINDOW.toNanos() / 2);
        record(1, MILLI);
        refresh();

        assertThat(window.p95Nanos()).as("a window later").isLessThan(2 * MILLI);
    }

    @Test
    void isEmptyAfterALongSilence() {
        record(200, MILLI);
        clock.advance(3 * WINDOW.toNanos());

        assertThat(window.p99Nanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void takesWhatLiesBeyondItsRange() {
        record(100, -5);
        record(100, Duration.ofDays(2).toNanos());
        refresh();

        assertThat(window.p95Nanos()).isBetween(Duration.ofMinutes(9).toNanos(), Duration.ofMinutes(11).toNanos());
    }

    @Property(tries = 100)
    void staysWithinOnePercentOfTheTruth(
            @ForAll @Size(min = 100, max = 400) List<@LongRange(min = 1_000, max = 60_000_000_000L) Long> nanos) {
        RollingPercentile measured = new RollingPercentile(WINDOW, new TestClock(0));
        nanos.forEach(measured::record);
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        long truth = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];

        assertThat((double) measured.p95Nanos()).isBetween(truth * 0.99 - 1_000, truth * 1.01 + 1_000);
    }

    @Test
    void losesNothingThatManyThreadsRecord() throws Exception {
        RollingPercentile shared = new RollingPercentile(Duration.ofHours(1), Clock.system());
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> recording = IntStream.range(0, threads).<Future<?>> mapToObj(thread -> pool.submit(() -> {
                for (int i = 0; i < 12_500; i++) {
                    shared.record((i % 100 < 95 ? 1 : 100) * MILLI);
                }
            })).toList();
            for (Future<?> each : recording) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(shared.p95Nanos()).isLessThan(2 * MILLI);
        assertThat(shared.p99Nanos()).isGreaterThan(90 * MILLI);
    }

    @Test
    void sharesOneWindowBeyondTheBoundOfRoutes() {
        RoutePercentiles routes = new RoutePercentiles(WINDOW, clock);
        IntStream.range(0, 10 * RoutePercentiles.MAX_ROUTES).forEach(i -> routes.of("/" + i).record(MILLI));

        assertThat(routes.size()).isLessThanOrEqualTo(RoutePercentiles.MAX_ROUTES + 1);
        assertThat(routes.of("/0")).isNotSameAs(routes.of("/999"));
        assertThat(routes.of("/998")).isSameAs(routes.of("/999"));
    }

    private void record(int times, long nanos) {
        long[] values = new long[times];
        Arrays.fill(values, nanos);
        Arrays.stream(values).forEach(window::record);
    }

    /** Percentiles are not computed for each question. */
    private void refresh() {
        clock.advance(WINDOW.toNanos() / 50);
    }
}
