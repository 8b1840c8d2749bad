package io.steptrace.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

/** What a figure has to be, and the line that says whether it is. */
class GoalTest {

    private final StringWriter text = new StringWriter();

    @Test
    void anUpperLimitIsTheLastValueThatIsGood() {
        Goal goal = Goal.atMost("cpu", 1.03);

        assertThat(goal.isMetBy(1.03)).isTrue();
        assertThat(goal.isMetBy(1.04)).isFalse();
    }

    @Test
    void aLowerLimitIsTheFirstValueThatIsGood() {
        Goal goal = Goal.atLeast("spans/s", 1.3);

        assertThat(goal.isMetBy(1.3)).isTrue();
        assertThat(goal.isMetBy(1.2)).isFalse();
    }

    @Test
    void whatCouldNotBeMeasuredMeetsNoGoal() {
        assertThat(Goal.atMost("cpu", 1).isMetBy(Double.NaN)).isFalse();
        assertThat(Goal.atLeast("cpu", 1).isMetBy(Double.NaN)).isFalse();
    }

    @Test
    void isALineThatACheckFinds() {
        Goal.atMost("cpu", 1.03).print(1.0451, new PrintWriter(text));
        Goal.atLeast("spans/s", 1.3).print(1.4, new PrintWriter(text));

        assertThat(text.toString().lines()).containsExactly("goal: cpu 1.045, at most 1.030: missed",
                "goal: spans/s 1.400, at least 1.300: met");
    }
}
