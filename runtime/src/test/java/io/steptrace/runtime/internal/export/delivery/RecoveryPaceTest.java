package io.steptrace.runtime.internal.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RecoveryPaceTest {

    private final RecoveryPace pace = new RecoveryPace();

    @Test
    void doesNotRestWhileTheCollectorIsWell() {
        assertThat(pace.restAfter(1_000_000)).isZero();
    }

    @Test
    void restsAsLongAsARecoveringCollectorWorked() {
        pace.failed();

        assertThat(pace.restAfter(1_000_000)).isEqualTo(1_000_000);
        assertThat(pace.restAfter(Duration.ofMinutes(1).toNanos())).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void hurriesAgainOnceTheBacklogIsGone() {
        pace.failed();
        pace.drained();

        assertThat(pace.restAfter(1_000_000)).isZero();
    }
}
