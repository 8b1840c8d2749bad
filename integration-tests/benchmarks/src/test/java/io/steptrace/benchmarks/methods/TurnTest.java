package io.steptrace.benchmarks.methods;

import static io.steptrace.benchmarks.methods.Contestant.DISABLED;
import static io.steptrace.benchmarks.methods.Contestant.PLAIN;
import static io.steptrace.benchmarks.methods.Contestant.STEPTRACE;
import static io.steptrace.benchmarks.methods.Contestant.WITH_SPAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.watched.Milestone;

class TurnTest {

    @Test
    void alternatesSoThatNoneAlwaysComesFirst() throws Exception {
        List<Contestant> order = new ArrayList<>();

        List<Turn> turns = Turn.alternate(2, contestant -> {
            order.add(contestant);
            return milestone(contestant.ordinal());
        });

        assertThat(order).containsExactly(PLAIN, STEPTRACE, WITH_SPAN, DISABLED, DISABLED, WITH_SPAN, STEPTRACE, PLAIN);
        assertThat(turns).hasSize(2).allSatisfy(turn -> assertThat(turn.taken().get(WITH_SPAN)).isEqualTo(milestone(2)));
    }

    @Test
    void comparesWithWhatThePlainOneTookInTheSameTurn() {
        Turn turn = new Turn(Map.of(PLAIN, milestone(100), STEPTRACE, milestone(103)));

        assertThat(turn.ratio(STEPTRACE, Milestone::reportedMillis)).isEqualTo(1.03);
        assertThat(turn.ratio(STEPTRACE, Milestone::elapsedMillis)).isEqualTo(1.03);
        assertThat(turn.ratio(STEPTRACE, Milestone::cpuMillis)).isEqualTo(1.03);
    }

    private static Milestone milestone(long millis) {
        return new Milestone(millis, millis * 1_000_000, millis * 1_000_000, 0);
    }
}
