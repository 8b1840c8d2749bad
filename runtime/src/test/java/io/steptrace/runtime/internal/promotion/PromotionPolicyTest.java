package io.steptrace.runtime.internal.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class PromotionPolicyTest {

    @Test
    void promotesFromTheThresholdOn() {
        PromotionPolicy policy = PromotionPolicy.atLeast(Duration.ofMillis(5), Duration.ofMillis(7));
        assertThat(policy.promotesQueueWait(4_999_999)).isFalse();
        assertThat(policy.promotesQueueWait(5_000_000)).isTrue();
        assertThat(policy.promotesPark(6_999_999)).isFalse();
        assertThat(policy.promotesPark(7_000_000)).isTrue();
    }

    @Test
    void promotesEverythingForDebugging() {
        assertThat(PromotionPolicy.always().promotesQueueWait(0)).isTrue();
        assertThat(PromotionPolicy.always().promotesPark(0)).isTrue();
    }
}
