package io.steptrace.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.drill.Sent.Account;

/** The arithmetic of the drills, with plain numbers. */
class DrillFiguresTest {

    private static final Account THREE_LOST = new Account(10, 7, 0);

    private final Latencies latencies = new Latencies();

    @Test
    void anAccountKeepsLostDeliveredAndDuplicateApart() {
        Account account = Account.of(Set.of("a", "b", "c"), Map.of("a", 1, "b", 3));

        assertThat(account).isEqualTo(new Account(3, 2, 2));
        assertThat(account.lost()).isEqualTo(1);
    }

    @Test
    void aTraceIsInPartIfSomeOfItsSpansArrivedAndOthersDidNot() {
        Sent sent = new Sent();
        sent.answered(Set.of("a", "b"));
        sent.answered(Set.of("c", "d"));
        sent.answered(Set.of("e"));

        assertThat(sent.inPart(Set.of("a", "b", "c"))).isEqualTo(1);
        assertThat(sent.inPart(Set.of("a", "b"))).isZero();
    }

    @Test
    void anAccountDoesNotSetAStrangerAgainstALoss() {
        assertThat(Account.of(Set.of("a"), Map.of("stranger", 1)).lost()).isEqualTo(1);
    }

    @Test
    void latenciesAreThoseThatSoManyAnswersDoNotExceed() {
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.percentileMillis(50)).isEqualTo(50);
        assertThat(latencies.percentileMillis(99)).isEqualTo(99);
    }

    @Test
    void latenciesAreThoseOfTheOneAnswerThereIs() {
        latencies.add(7_000_000);

        assertThat(latencies.percentileMillis(1)).isEqualTo(7);
        assertThat(latencies.percentileMillis(99)).isEqualTo(7);
    }

    @Test
    void latenciesAreNoNumberWithoutAnswers() {
        assertThat(latencies.percentileMillis(50)).isNaN();
    }

    @Test
    void aCellIsRightIfEveryLostSpanIsCounted() {
        assertThat(new CellResult(THREE_LOST, 3, 0, false, true).isRight()).isTrue();
    }

    @Test
    void aCellIsWrongIfMoreOrFewerAreCountedThanAreLost() {
        assertThat(new CellResult(THREE_LOST, 2, 0, false, true).wrongs()).containsExactly("1 not accounted for");
        assertThat(new CellResult(THREE_LOST, 4, 0, false, true).wrongs()).containsExactly("-1 not accounted for");
    }

    @Test
    void aCellIsWrongForAnythingElseThatHappened() {
        assertThat(new CellResult(new Account(10, 7, 2), 3, 1, true, false).wrongs())
                .containsExactly("2 twice", "1 requests failed", "out of memory", "no tracing afterwards");
    }

    @Test
    void thereIsACellOfEachHeapOutageAndKindOfSpans() {
        assertThat(Cell.all()).hasSize(36).doesNotHaveDuplicates().containsAll(Cell.quick());
    }

    @Test
    void thereIsOneHeapForAFirstLook() {
        assertThat(Cell.quick()).hasSize(9).doesNotHaveDuplicates();
        assertThat(Cell.quick()).extracting(Cell::heapMegabytes).containsOnly(80);
    }
}
