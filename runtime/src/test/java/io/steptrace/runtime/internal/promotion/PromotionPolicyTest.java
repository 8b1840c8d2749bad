package io.steptrace.runtime.internal.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.stats.RollingPercentile;
import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.time.TestClock;

class PromotionPolicyTest {

    private static final Supplier<String> ROUTE = () -> "/posts/{id}";

    private final TestClock clock = new TestClock(0);
    private final RoutePercentiles queueWaits = new RoutePercentiles(Duration.ofMinutes(1), clock);
    private final RoutePercentiles parks = new RoutePercentiles(Duration.ofMinutes(1), clock);
    private final PromotionPolicy unusual = PromotionPolicy.counting(
            PromotionPolicy.unusual(PromotionPolicy.atLeast(Duration.ofMillis(5), Duration.ofMillis(5)), queueWaits, parks),
            queueWaits, parks);

    @Test
    void promotesFromTheThresholdOn() {
        PromotionPolicy policy = PromotionPolicy.atLeast(Duration.ofMillis(5), Duration.ofMillis(7));
        assertThat(policy.promotesQueueWait(4_999_999, ROUTE)).isFalse();
        assertThat(policy.promotesQueueWait(5_000_000, ROUTE)).isTrue();
        assertThat(policy.promotesPark(6_999_999, ROUTE)).isFalse();
        assertThat(policy.promotesPark(7_000_000, ROUTE)).isTrue();
    }

    @Test
    void promotesNothingByAThresholdBeyondAllNanoseconds() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(PromotionPolicy.atLeast(forever, forever).promotesQueueWait(Long.MAX_VALUE - 1, ROUTE)).isFalse();
        assertThat(new RollingPercentile(forever, clock).p95Nanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void promotesEverythingForDebugging() {
        assertThat(PromotionPolicy.always().promotesQueueWait(0, ROUTE)).isTrue();
        assertThat(PromotionPolicy.always().promotesPark(0, ROUTE)).isTrue();
    }

    @Test
    void promotesByTheFixedThresholdDuringWarmUp() {
        assertThat(unusual.promotesQueueWait(5_000_000, ROUTE)).isTrue();
        assertThat(unusual.promotesPark(4_999_999, ROUTE)).isFalse();
    }

    @Test
    void promotesWhatIsUnusualOnceItKnowsWhatIsUsual() {
        for (int i = 0; i < RollingPercentile.WARM_UP; i++) {
            unusual.promotesQueueWait(20_000_000, ROUTE);
        }
        clock.advance(Duration.ofSeconds(2).toNanos());

        assertThat(unusual.promotesQueueWait(19_000_000, ROUTE)).isFalse();
        assertThat(unusual.promotesQueueWait(25_000_000, ROUTE)).isTrue();
        assertThat(unusual.promotesQueueWait(19_000_000, () -> "/another")).as("a route of its own").isTrue();
        assertThat(unusual.promotesPark(19_000_000, ROUTE)).as("waits of another kind").isTrue();
    }

    @Test
    void promotesNothingBelowTheFloorHoweverUnusual() {
        for (int i = 0; i < RollingPercentile.WARM_UP; i++) {
            unusual.promotesPark(1_000, ROUTE);
        }
        clock.advance(Duration.ofSeconds(2).toNanos());

        assertThat(unusual.promotesPark(4_000_000, ROUTE)).isFalse();
        assertThat(unusual.promotesPark(5_000_000, ROUTE)).isTrue();
    }
}
