package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.StatusCode;
import io.steptrace.runtime.internal.time.TestClock;
import io.steptrace.runtime.internal.trace.TraceLimits;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How many traces are kept in a second, and of which routes. */
class KeepRateTest {

    private static final int FLOOD = 10_000;

    private final TestClock clock = new TestClock(0);

    @Test
    void keepsAllWithoutALimit() {
        assertThat(admitted(new KeepRate(0, clock), "/flooded", FLOOD)).isEqualTo(FLOOD);
    }

    @Test
    void leavesRoomForRoutesThatComeLaterInTheSameSecond() {
        KeepRate rate = new KeepRate(100, clock);

        assertThat(admitted(rate, "/flooded", FLOOD)).isEqualTo(50);
        assertThat(admitted(rate, "/late", FLOOD)).isEqualTo(50);
        assertThat(admitted(rate, "/later", 1)).isZero();
    }

    @Test
    void givesThoseThatWantLittleAllOfIt() {
        KeepRate rate = new KeepRate(100, clock);
        for (int second = 0; second < 3; second++) {
            int flooded = admitted(rate, "/flooded", FLOOD);
            int quiet = IntStream.range(0, 20).map(route -> admitted(rate, "/quiet/" + route, 2)).sum();

            assertThat(quiet).isEqualTo(40);
            // what they leave, shared with those that may come
            assertThat(flooded).isEqualTo(second == 0 ? 50 : 30);
            clock.advance(Duration.ofSeconds(1).toNanos());
        }
    }

    @Test
    void sharesAmongFloods() {
        KeepRate rate = new KeepRate(100, clock);
        admitted(rate, "/first", FLOOD);
        admitted(rate, "/second", FLOOD);
        admitted(rate, "/third", FLOOD);
        clock.advance(Duration.ofSeconds(1).toNanos());

        assertThat(List.of(admitted(rate, "/first", FLOOD), admitted(rate, "/second", FLOOD), admitted(rate, "/third", FLOOD)))
                .containsOnly(25);
    }

    @Test
    void keepsAtLeastOneHoweverManyShare() {
        KeepRate rate = new KeepRate(1, clock);

        assertThat(admitted(rate, "/flooded", FLOOD)).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasWantedBeforeASilence() {
        KeepRate rate = new KeepRate(100, clock);
        IntStream.range(0, 9).forEach(route -> admitted(rate, "/" + route, FLOOD));
        clock.advance(Duration.ofSeconds(2).toNanos());

        assertThat(admitted(rate, "/flooded", FLOOD)).isEqualTo(50);
    }

    @Test
    void countsWhatItDropsInARealTail() {
        try (TailSampledSdk sdk = new TailSampledSdk("head:0,tail:error",
                new TraceLimits(100, 100, 1_000, Duration.ofSeconds(30)), 20)) {
            for (int i = 0; i < 300; i++) {
                sdk.tracer.spanBuilder("GET /flooded").startSpan().setStatus(StatusCode.ERROR).end();
            }
            sdk.tracer.spanBuilder("GET /other").startSpan().setStatus(StatusCode.ERROR).end();

            assertThat(sdk.exported()).hasSize(11).anyMatch(span -> span.getName().equals("GET /other"));
            assertThat(sdk.tally.kept()).isEqualTo(Map.of("error", 11L));
            assertThat(sdk.tally.dropped()).isEqualTo(Map.of("rate", 290L));
        }
    }

    @Property(tries = 300)
    void keepsNoMoreThanItMayAndAllOfAQuietRoute(@ForAll @IntRange(min = 8, max = 200) int maxPerSecond,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 400) Integer> floods) {
        KeepRate rate = new KeepRate(maxPerSecond, clock);
        for (int flood : floods) {
            int kept = admitted(rate, "/flooded", flood);
            int quiet = admitted(rate, "/quiet", 1);

            assertThat(quiet).isEqualTo(1);
            assertThat(kept + quiet).isLessThanOrEqualTo(maxPerSecond);
            clock.advance(Duration.ofSeconds(1).toNanos());
        }
    }

    /** However a client spreads its floods over routes and seconds, and though they come first. */
    @Property(tries = 300)
    void keepsWhatAQuietRouteWantedBefore(@ForAll @IntRange(min = 16, max = 200) int maxPerSecond,
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5) Integer> floods) {
        KeepRate rate = new KeepRate(maxPerSecond, clock);
        admitted(rate, "/quiet", 2);
        for (int second = 0; second < floods.size(); second++) {
            clock.advance(Duration.ofSeconds(1).toNanos());
            int kept = 0;
            for (int flood = 0; flood < floods.get(second); flood++) {
                kept += admitted(rate, "/flooded/" + second + '/' + flood, FLOOD);
            }
            int quiet = admitted(rate, "/quiet", 2);

            assertThat(quiet).isEqualTo(2);
            assertThat(kept + quiet).isLessThanOrEqualTo(maxPerSecond);
        }
    }

    /** However many routes a client makes up. */
    @Property(tries = 50)
    void isBoundedInRoutes(@ForAll @IntRange(min = 1, max = 500) int maxPerSecond) {
        KeepRate rate = new KeepRate(maxPerSecond, clock);
        int kept = IntStream.range(0, 1_000).map(route -> admitted(rate, "/" + route, 2)).sum();

        assertThat(kept).isLessThanOrEqualTo(maxPerSecond);
        assertThat(rate.routes()).isLessThanOrEqualTo(101);
    }

    private static int admitted(KeepRate rate, String route, int traces) {
        return (int) IntStream.range(0, traces).filter(trace -> rate.admits(route)).count();
    }
}
