package io.steptrace.runtime.internal.export.spool;

import static io.steptrace.runtime.internal.export.LossListener.SHUTDOWN;
import static io.steptrace.runtime.internal.export.LossListener.SPOOL_FULL;
import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static io.steptrace.runtime.internal.export.spool.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.SpoolFill;

/** What every spool does, wherever it keeps its batches. */
public abstract class SpoolContract {

    protected static final SpoolLimits WIDE = new SpoolLimits(1_000_000, 64 * 1024 * 1024);

    protected final RecordedLosses losses = new RecordedLosses();

    private final List<Spool> opened = new ArrayList<>();

    protected abstract Spool create(SpoolLimits limits);

    @AfterEach
    void closeAll() {
        opened.forEach(Spool::close);
    }

    @Test
    void deliversInTheOrderOfTheOffers() {
        Spool spool = open(WIDE);
        assertThat(spool.offer(batch("a", 1))).isLessThan(spool.offer(batch("b", 1)));
        assertThat(drain(spool)).containsExactly("a", "b");
        assertThat(spool.take()).isNull();
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void givesBackWhatItWasGiven() {
        Spool spool = open(WIDE);
        spool.offer(new Batch(new byte[] { 3, 1, 4 }, true, 15));
        Batch taken = spool.take();
        assertThat(taken.body()).containsExactly(3, 1, 4);
        assertThat(taken.gzipped()).isTrue();
        assertThat(taken.spans()).isEqualTo(15);
    }

    @Test
    void whatIsPutBackIsTheOldest() {
        Spool spool = open(WIDE);
        spool.offer(batch("a", 1));
        spool.offer(batch("b", 1));
        spool.take();
        spool.putBack();
        assertThat(drain(spool)).containsExactly("a", "b");
    }

    @Test
    void thatInFlightIsHeld() {
        Spool spool = open(WIDE);
        assertThat(spool.oldest()).isEqualTo(Spool.NONE);
        long first = spool.offer(batch("a", 2));
        long second = spool.offer(batch("b", 3));
        spool.take();
        assertThat(spool.oldest()).isEqualTo(first);
        assertThat(spool.fill().batches()).isEqualTo(2);
        assertThat(spool.fill().spans()).isEqualTo(5);
        spool.settle();
        assertThat(spool.oldest()).isEqualTo(second);
        spool.take();
        spool.settle();
        assertThat(spool.fill()).isEqualTo(SpoolFill.EMPTY);
    }

    @Test
    void onlyOneIsInFlight() {
        Spool spool = open(WIDE);
        spool.offer(batch("a", 1));
        spool.take();
        assertThatThrownBy(spool::take).isInstanceOf(IllegalStateException.class).hasMessage("a batch is in flight");
    }

    @Test
    void dropsTheOldestFirstButNeverThatInFlight() {
        Spool spool = open(new SpoolLimits(6, WIDE.maxBytes()));
        spool.offer(batch("a", 2));
        spool.offer(batch("b", 2));
        spool.offer(batch("c", 2));
        assertThat(text(spool.take())).isEqualTo("a");
        spool.offer(batch("d", 1));
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 2));
        spool.putBack();
        assertThat(drain(spool)).containsExactly("a", "c", "d");
    }

    @Test
    void oneFromBehindKeepsItsPlace() {
        Spool spool = open(WIDE);
        long first = spool.offer(batch("a", 1));
        List.of("b", "c", "d").forEach(name -> spool.offer(batch(name, 1)));

        assertThat(text(spool.takeBehind(2))).isEqualTo("c");
        assertThat(spool.oldest()).isEqualTo(first);
        spool.putBack();
        assertThat(text(spool.takeBehind(1))).isEqualTo("b");
        spool.settle();

        assertThat(drain(spool)).containsExactly("a", "c", "d");
    }

    @Test
    void thereIsNothingBehindTheOnlyOneAndNothingBeyondTheYoungest() {
        Spool spool = open(WIDE);
        assertThat(spool.takeBehind(1)).isNull();
        spool.offer(batch("a", 1));
        assertThat(spool.takeBehind(1)).isNull();
        spool.offer(batch("b", 1));
        assertThat(text(spool.takeBehind(100))).isEqualTo("b");
        spool.putBack();
        assertThat(drain(spool)).containsExactly("a", "b");
    }

    @Test
    void partsTakeThePlaceAndTheNumberOfTheirWhole() {
        Spool spool = open(WIDE);
        long first = spool.offer(batch("whole", 4));
        long second = spool.offer(batch("next", 1));
        spool.take();

        spool.replace(List.of(batch("left", 2), batch("right", 2)));

        assertThat(spool.fill().spans()).isEqualTo(5);
        assertThat(text(spool.take())).isEqualTo("left");
        spool.putBack();
        assertThat(text(spool.take())).isEqualTo("left");
        spool.settle();
        assertThat(spool.oldest()).isEqualTo(first).isLessThan(second);
        assertThat(drain(spool)).containsExactly("right", "next");
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void aBatchThatFitsNowhereIsDroppedItself() {
        Spool spool = open(new SpoolLimits(6, WIDE.maxBytes()));
        spool.offer(batch("a", 7));
        assertThat(spool.oldest()).isEqualTo(Spool.NONE);
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 7));
    }

    @Test
    void everySpanOfManyThreadsIsDeliveredOrCountedOnce() {
        Spool spool = open(new SpoolLimits(400, WIDE.maxBytes()));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> offering = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String name = thread + "-";
                offering.add(CompletableFuture.runAsync(() -> offer(spool, name, 100), threads));
            }
            CompletableFuture<Void> offered = CompletableFuture.allOf(offering.toArray(CompletableFuture[]::new));
            List<String> delivered = new ArrayList<>();
            while (!offered.isDone()) {
                delivered.addAll(drain(spool));
            }
            offered.join();
            delivered.addAll(drain(spool));
            assertThat(delivered).doesNotHaveDuplicates();
            assertThat(3L * delivered.size() + losses.spans()).isEqualTo(3 * 8 * 100);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void accountsForWhatIsLeftAtItsEnd() {
        Spool spool = open(WIDE);
        spool.offer(batch("a", 1));
        spool.offer(batch("b", 2));
        spool.take();
        spool.close();
        spool.close();
        spool.putBack();
        spool.offer(batch("c", 4));
        assertThat(losses.spans() + spool.fill().spans()).isEqualTo(7);
        assertThat(losses.all()).extracting(Loss::reason).containsOnly(SHUTDOWN);
    }

    protected final Spool open(SpoolLimits limits) {
        Spool spool = create(limits);
        opened.add(spool);
        return spool;
    }

    private static void offer(Spool spool, String name, int count) {
        for (int i = 0; i < count; i++) {
            spool.offer(batch(name + i, 3));
        }
    }
}
