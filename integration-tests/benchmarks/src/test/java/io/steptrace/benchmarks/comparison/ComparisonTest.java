package io.steptrace.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.served.Milestone;
import io.steptrace.benchmarks.served.Round;

/** How contestants are measured in turn, compared and printed, with plain numbers. */
class ComparisonTest {

    private static final Round MEASURED = new Round(900, 3_000_000_000L, 90_000_000, 0);
    private static final Round RIVAL = new Round(1000, 2_000_000_000L, 80_000_000, 0);

    private final Trend trend = new Trend();

    @Test
    void alternatesSoThatNoneAlwaysComesFirst() throws Exception {
        List<String> order = new ArrayList<>();

        List<Turn<String, Milestone>> turns = ComparisonTest.<String, Milestone> of(new Effort(1, 0, 2), "A", "B", "C", "D")
                .measure(contestant -> {
                    order.add(contestant);
                    return milestone(contestant.charAt(0));
                });

        assertThat(order).containsExactly("A", "B", "C", "D", "D", "C", "B", "A");
        assertThat(turns).hasSize(2).allSatisfy(turn -> assertThat(turn.taken()).containsEntry("C", milestone('C')));
    }

    @Test
    void alternatesSoThatNeitherAlwaysComesFirst() throws Exception {
        List<Round> order = new ArrayList<>();

        var pairs = ComparisonTest.<Round, Round> of(new Effort(1, 0, 4), MEASURED, RIVAL).measure(round -> {
            order.add(round);
            return round;
        });

        assertThat(order).containsExactly(MEASURED, RIVAL, RIVAL, MEASURED, MEASURED, RIVAL, RIVAL, MEASURED);
        assertThat(pairs).hasSize(4).containsOnly(new Turn<>(Map.of(MEASURED, MEASURED, RIVAL, RIVAL)));
    }

    @Test
    void leavesTheFirstTurnsOut() throws Exception {
        AtomicInteger trials = new AtomicInteger();

        List<Turn<String, Integer>> turns = ComparisonTest.<String, Integer> of(new Effort(1, 2, 3), "A")
                .measure(contestant -> trials.incrementAndGet());

        assertThat(turns).extracting(turn -> turn.taken().get("A")).containsExactly(3, 4, 5);
    }

    @Test
    void comparesWithWhatTheRivalTookInTheSameTurn() {
        Turn<String, Milestone> turn = new Turn<>(Map.of("plain", milestone(100), "ours", milestone(103)));

        assertThat(turn.ratio("ours", "plain", Milestone::reportedMillis)).isEqualTo(1.03);
        assertThat(turn.ratio("ours", "plain", Milestone::elapsedMillis)).isEqualTo(1.03);
        assertThat(turn.ratio("ours", "plain", Milestone::cpuMillis)).isEqualTo(1.03);
    }

    @Test
    void comparesWhatWasDonePerSecondAndWhatItCostPerAnswer() {
        Turn<String, Round> pair = new Turn<>(Map.of("ours", MEASURED, "rival", RIVAL));

        assertThat(MEASURED.perSecond()).isEqualTo(300);
        assertThat(MEASURED.cpuMicrosEach()).isEqualTo(100);
        assertThat(pair.ratio("ours", "rival", Round::perSecond)).isEqualTo(0.6);
        assertThat(pair.ratio("ours", "rival", Round::cpuMicrosEach)).isEqualTo(1.25);
    }

    @Test
    void printsNumbersAsTheLayoutHasThemAndTextAsWide() {
        StringWriter text = new StringWriter();
        Comparison<String, Round> comparison = new Comparison<>(List.of("ours", "rival"),
                List.of(Column.median("a second", Round::perSecond), Column.ratio("ratio", "rival", Round::perSecond)),
                new Effort(1, 0, 1));

        comparison.print("what", new Table("%-6s %9.1f | %-22s", new PrintWriter(text)),
                List.of(new Turn<>(Map.of("ours", MEASURED, "rival", RIVAL)),
                        new Turn<>(Map.of("ours", RIVAL, "rival", RIVAL))));

        assertThat(text.toString().lines().map(String::stripTrailing)).containsExactly("what    a second | ratio",
                "ours       400.0 | 0.800 (0.700..0.900)", "rival      500.0 | 1.000");
    }

    @Test
    void aSpreadIsTheMiddleHalfInAnyOrder() {
        assertThat(Spread.of(DoubleStream.of(5, 1, 4, 2, 3))).isEqualTo(new Spread(3, 2, 4));
    }

    @Test
    void aSpreadLiesBetweenTwoValuesWhereNoneIsInTheMiddle() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 3, 2))).isEqualTo(new Spread(2.5, 1.75, 3.25));
    }

    @Test
    void aSpreadIsOneValueIfThereIsNoOther() {
        assertThat(Spread.of(DoubleStream.of(7))).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void aTrendIsTheLineThroughPointsOnIt() {
        trend.add(0, 5);
        trend.add(1, 3);
        trend.add(4, -3);

        assertThat(trend.slope()).isEqualTo(-2, within(1e-9));
    }

    @Test
    void aTrendIsFlatWhereNothingGrows() {
        trend.add(0, 1);
        trend.add(1, 2);
        trend.add(2, 2);
        trend.add(3, 1);

        assertThat(trend.slope()).isEqualTo(0, within(1e-9));
    }

    @Test
    void aTrendIsNoNumberForOnePoint() {
        trend.add(1, 1);

        assertThat(trend.slope()).isNaN();
    }

    @SafeVarargs
    private static <C, M> Comparison<C, M> of(Effort effort, C... contestants) {
        return new Comparison<>(List.of(contestants), List.of(), effort);
    }

    private static Milestone milestone(long millis) {
        return new Milestone(millis, millis * 1_000_000, millis * 1_000_000, 0);
    }
}
