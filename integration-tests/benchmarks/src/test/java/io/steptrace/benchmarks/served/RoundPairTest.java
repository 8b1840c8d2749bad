package io.steptrace.benchmarks.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class RoundPairTest {

    private static final Round MEASURED = new Round(900, 3_000_000_000L, 90_000_000, 0);
    private static final Round RIVAL = new Round(1000, 2_000_000_000L, 80_000_000, 0);

    @Test
    void alternatesSoThatNeitherAlwaysComesFirst() throws Exception {
        List<Round> order = new ArrayList<>();

        List<RoundPair> pairs = RoundPair.alternate(4, () -> noted(MEASURED, order), () -> noted(RIVAL, order));

        assertThat(order).containsExactly(MEASURED, RIVAL, RIVAL, MEASURED, MEASURED, RIVAL, RIVAL, MEASURED);
        assertThat(pairs).hasSize(4).containsOnly(new RoundPair(MEASURED, RIVAL));
    }

    @Test
    void comparesWhatWasDonePerSecondAndWhatItCostPerAnswer() {
        RoundPair pair = new RoundPair(MEASURED, RIVAL);

        assertThat(MEASURED.perSecond()).isEqualTo(300);
        assertThat(MEASURED.cpuMicrosEach()).isEqualTo(100);
        assertThat(pair.ratio(Round::perSecond)).isEqualTo(0.6);
        assertThat(pair.ratio(Round::cpuMicrosEach)).isEqualTo(1.25);
    }

    private static Round noted(Round round, List<Round> order) {
        order.add(round);
        return round;
    }
}
