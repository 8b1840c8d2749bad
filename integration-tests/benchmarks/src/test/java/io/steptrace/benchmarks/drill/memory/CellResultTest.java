package io.steptrace.benchmarks.drill.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.drill.Account;

class CellResultTest {

    private static final Account THREE_LOST = new Account(10, 7, 0);

    @Test
    void isRightIfEveryLostSpanIsCounted() {
        assertThat(new CellResult(THREE_LOST, 3, 0, false, true).isRight()).isTrue();
    }

    @Test
    void isWrongIfMoreOrFewerAreCountedThanAreLost() {
        assertThat(new CellResult(THREE_LOST, 2, 0, false, true).wrongs()).containsExactly("1 not accounted for");
        assertThat(new CellResult(THREE_LOST, 4, 0, false, true).wrongs()).containsExactly("-1 not accounted for");
    }

    @Test
    void isWrongForAnythingElseThatHappened() {
        assertThat(new CellResult(new Account(10, 7, 2), 3, 1, true, false).wrongs())
                .containsExactly("2 twice", "1 requests failed", "out of memory", "no tracing afterwards");
    }
}
