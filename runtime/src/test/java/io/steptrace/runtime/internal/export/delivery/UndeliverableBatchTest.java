package io.steptrace.runtime.internal.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.encoding.Requests;

/** A batch that never passes, among others that do. */
class UndeliverableBatchTest extends Draining {

    @Test
    void halvesWhatIsTooLargeAndLosesTheSpanThatIsTooLargeAlone() {
        collector.refuses(
                batch -> Requests.names(batch).contains("b") ? ExportFailure.tooLarge("413", "HTTP status 413") : null);
        SpoolDrain drain = start(true);

        offer(drain, "a", "b", "c", "d", "e");
        assertThat(offer(drain, "f").join(10, TimeUnit.SECONDS).isSuccess()).isTrue();

        assertThat(ids).containsExactly("a", "c", "d", "e", "f");
        assertThat(tally.lost()).containsOnlyKeys("413").containsEntry("413", 1L);
    }

    @Test
    void findsTheSpanThatCanNeverBeDelivered() {
        collector.refuses(
                batch -> Requests.names(batch).contains("b") ? ExportFailure.transientOne("502", null, "HTTP status 502")
                        : null);
        SpoolDrain drain = start(true);
        offer(drain, "a", "b", "c", "d", "e");
        for (int i = 0; i < 10; i++) {
            offer(drain, "n" + i);
        }

        await().until(() -> tally.delivered() + tally.lostInAll() == 15);

        assertThat(tally.lost()).containsOnlyKeys("undeliverable").containsEntry("undeliverable", 1L);
        assertThat(ids).doesNotHaveDuplicates().hasSize(14).doesNotContain("b");
    }

    @Test
    void findsSeveralThatCanNeverBeDelivered() {
        collector.refuses(batch -> Requests.names(batch).stream().anyMatch(name -> name.startsWith("x"))
                ? ExportFailure.ofConnection(new IOException("reset"))
                : null);
        SpoolDrain drain = start(true);
        for (int i = 0; i < 4; i++) {
            offer(drain, "x" + i, "a" + i);
        }
        for (int i = 0; i < 40; i++) {
            offer(drain, "n" + i);
        }

        await().until(() -> tally.delivered() + tally.lostInAll() == 48);

        assertThat(tally.lost()).containsOnlyKeys("undeliverable").containsEntry("undeliverable", 4L);
        assertThat(ids).doesNotHaveDuplicates().hasSize(44);
    }

    @Test
    void keepsTheOrderWhileACollectorSaysThatItIsUnwell() {
        AtomicInteger requests = new AtomicInteger();
        collector.refuses(batch -> requests.incrementAndGet() > 8 ? null
                : ExportFailure.transientOne("503", null, "HTTP status 503"));
        SpoolDrain drain = start(true);

        List.of("a", "b", "c").forEach(id -> offer(drain, id));

        await().until(() -> tally.delivered() == 3);
        assertThat(ids).containsExactly("a", "b", "c");
    }

    @Test
    void findsWhatIsAlwaysAnsweredAsIfTheCollectorWereUnwell() {
        collector.refuses(
                batch -> Requests.names(batch).contains("b") ? ExportFailure.transientOne("503", null, "HTTP status 503")
                        : null);
        SpoolDrain drain = start(true);

        List.of("a", "b", "c", "d", "e", "f").forEach(id -> offer(drain, id));

        await().until(() -> tally.delivered() == 5);
        assertThat(tally.lost()).containsOnlyKeys("undeliverable");
    }

    @Test
    void suspectsNoBatchWhileTheCollectorIsAway() {
        collector.failure = ExportFailure.unreachable(new IOException("Connection refused"));
        SpoolDrain drain = start(true);
        List.of("a", "b", "c").forEach(id -> offer(drain, id));
        await().until(() -> collector.asked.get() >= 20);

        collector.failure = null;

        await().until(() -> tally.delivered() == 3);
        assertThat(ids).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnPastABatchThatIsAlwaysToldToWait() {
        collector.refuses(batch -> Requests.names(batch).contains("b")
                ? ExportFailure.transientOne("429", Duration.ofMillis(1), "HTTP status 429")
                : null);
        start(true);

        List.of("a", "b", "c", "d", "e", "f").forEach(this::offerOne);

        await().until(() -> tally.delivered() == 5);
    }

    @Test
    void findsOneAfterTheOtherFasterThanTheFirst() {
        collector.refuses(
                batch -> Requests.names(batch).get(0).startsWith("x") ? ExportFailure.ofConnection(new IOException("reset"))
                        : null);
        start(true);
        for (int i = 0; i < 20; i++) {
            offerOne("x" + i);
            for (int j = 0; j < 10; j++) {
                offerOne("n" + i + "-" + j);
            }
        }

        await().until(() -> tally.delivered() + tally.lostInAll() == 220);

        assertThat(tally.lost()).containsEntry("undeliverable", 20L);
        // three proofs of three attempts each, and one round before
        assertThat(collector.asked.get()).isLessThan(200 + 20 * 13 + 20);
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 3 })
    void losesNoSpanBehindSeveralCollectorsOfWhichOneIsBroken(int collectors) {
        AtomicInteger requests = new AtomicInteger();
        collector.refuses(batch -> requests.incrementAndGet() % collectors == 0
                ? ExportFailure.transientOne("502", null, "HTTP status 502")
                : null);
        start(true);
        for (int i = 0; i < 200; i++) {
            offerOne("n" + i);
        }

        await().until(() -> tally.delivered() == 200);

        assertThat(tally.lostInAll()).isZero();
    }

    @Test
    void convictsNoBatchOnWhatAnotherHasShownBeforeTheCollectorWentAway() {
        AtomicReference<ExportFailure> answer = new AtomicReference<>();
        collector.refuses(batch -> Requests.names(batch).contains("a") ? ExportFailure.ofConnection(new IOException("reset"))
                : answer.get());
        SpoolDrain drain = start(true);
        List.of("a", "b").forEach(this::offerOne);
        // the other has passed, the first is on trial; now nothing is reached any more
        await().until(() -> tally.delivered() == 1);
        collector.failure = ExportFailure.unreachable(new IOException("Connection refused"));
        int before = collector.asked.get();
        await().until(() -> collector.asked.get() > before + 5);

        collector.refuses(batch -> null);
        collector.failure = null;

        await().until(() -> tally.delivered() == 2);
        assertThat(tally.lostInAll()).isZero();
        assertThat(drain).isNotNull();
    }

    @Test
    void losesNoSpanToACollectorThatFailsNowAndThen() {
        AtomicInteger requests = new AtomicInteger();
        collector.refuses(batch -> requests.incrementAndGet() % 3 == 0 ? null
                : ExportFailure.transientOne("503", null, "HTTP status 503"));
        SpoolDrain drain = start(true);
        for (int i = 0; i < 50; i++) {
            offer(drain, "n" + i);
        }

        await().until(() -> tally.delivered() == 50);

        assertThat(tally.lostInAll()).isZero();
        assertThat(ids).doesNotHaveDuplicates();
    }
}
