package io.steptrace.runtime.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.time.Clock;

/** The thread that sends, with a collector and a guard that do as the test says. */
class SpoolDrainTest {

    private final ExportTally tally = new ExportTally();
    private final MemorySpool spool = new MemorySpool(new SpoolLimits(1_000, 1_000_000), tally);
    private final List<Integer> sent = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final SwitchedGuard guard = new SwitchedGuard();
    private final Collector collector = new Collector();

    private Thread thread;

    @AfterEach
    void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void sendsInTheOrderOfAcceptance() {
        SpoolDrain drain = start(true);

        List<CompletableResultCode> flushed = List.of(1, 2, 3).stream().map(spans -> offer(drain, spans)).toList();

        assertThat(CompletableResultCode.ofAll(flushed).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        assertThat(sent).containsExactly(1, 2, 3);
        assertThat(tally.delivered()).isEqualTo(6);
    }

    @Test
    void keepsWhatCannotBeSentAndGoesOnWithIt() {
        collector.failure = ExportFailure.unreachable(new IOException("Connection refused"));
        SpoolDrain drain = start(true);
        offer(drain, 1);
        offer(drain, 2);
        await().until(() -> collector.asked.get() >= 2);

        collector.failure = null;

        await().until(() -> tally.delivered() == 3);
        assertThat(sent).containsExactly(1, 2);
        assertThat(tally.lostInAll()).isZero();
    }

    @Test
    void losesWhatCannotBeSentWhereNothingIsKept() {
        collector.failure = ExportFailure.transientOne("503", null, "HTTP status 503");
        SpoolDrain drain = start(false);

        assertThat(offer(drain, 4).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        assertThat(tally.lost()).containsOnlyKeys("503").containsEntry("503", 4L);
    }

    @Test
    void losesWhatTheCollectorRefusesForGood() {
        collector.failure = ExportFailure.permanent("400", "HTTP status 400");
        SpoolDrain drain = start(true);

        assertThat(offer(drain, 4).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        assertThat(tally.lost()).containsEntry("400", 4L);
        assertThat(collector.asked).hasValue(1);
    }

    @Test
    void countsWhatACollectorRejectsOfARequest() {
        collector.answer = new Answer(3, "too old");
        SpoolDrain drain = start(true);

        assertThat(offer(drain, 10).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        assertThat(tally.delivered()).isEqualTo(7);
        assertThat(tally.lost()).containsEntry("rejected", 3L);
    }

    @Test
    void isNotStoppedByABatchNobodyCanSend() {
        collector.bug = new IllegalStateException("bug");
        SpoolDrain drain = start(true);
        assertThat(offer(drain, 1).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();

        collector.bug = null;

        assertThat(offer(drain, 2).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        assertThat(tally.lost()).containsEntry("unexpected", 1L);
        assertThat(tally.delivered()).isEqualTo(2);
    }

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

    @Test
    void asksAThrottlingCollectorWhenItSaid() throws InterruptedException {
        collector.failure = ExportFailure.transientOne("503", Duration.ofHours(1), "HTTP status 503");
        SpoolDrain drain = start(true);
        offer(drain, 1);
        await().until(() -> collector.asked.get() == 1);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        collector.failure = null;

        offer(drain, 2);
        drain.wake();

        await().during(Duration.ofMillis(200)).until(() -> collector.asked.get() == 1);
        drain.close();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(spool.fill().spans()).isEqualTo(3);
    }

    @Test
    void goesOnAfterAnError() {
        collector.error = new OutOfMemoryError("test");
        SpoolDrain drain = start(true);
        assertThat(offer(drain, 1).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();

        collector.error = null;

        assertThat(offer(drain, 2).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        assertThat(tally.lost()).containsEntry("out_of_memory", 1L);
        assertThat(tally.delivered()).isEqualTo(2);
    }

    @Test
    void asksNobodyWhileTheBreakerIsOpen() {
        guard.state = ExportGuard.State.OPEN;
        SpoolDrain drain = start(true);
        CompletableResultCode flushed = offer(drain, 1);
        await().until(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
        assertThat(collector.asked).hasValue(0);

        guard.state = ExportGuard.State.HALF_OPEN;
        drain.wake();

        assertThat(flushed.join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
    }

    @Test
    void endsWhenEverythingIsSent() throws InterruptedException {
        SpoolDrain drain = start(true);
        offer(drain, 1);
        drain.close();

        thread.join(10_000);

        assertThat(thread.isAlive()).isFalse();
        assertThat(tally.delivered()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "take", "oldest" })
    void sendsWhatComesJustBeforeTheEnd(String lastLook) throws InterruptedException {
        AtomicReference<SpoolDrain> drain = new AtomicReference<>();
        drain.set(create(true, LateSpool.of(spool, lastLook, () -> {
            offer(drain.get(), 1);
            drain.get().close();
        })));
        start(drain.get());

        thread.join(10_000);

        assertThat(thread.isAlive()).isFalse();
        assertThat(tally.delivered()).isEqualTo(1);
    }

    @Test
    void endsWhenTheCollectorTakesNoMore() throws InterruptedException {
        guard.state = ExportGuard.State.OPEN;
        SpoolDrain drain = start(true);
        CompletableResultCode flushed = offer(drain, 1);
        drain.close();

        thread.join(10_000);

        assertThat(thread.isAlive()).isFalse();
        assertThat(flushed.isDone()).isTrue();
        assertThat(flushed.isSuccess()).isFalse();
        assertThat(spool.fill().spans()).isEqualTo(1);
    }

    @Test
    void leavesTheBatchInFlightInTheSpoolWhenInterrupted() throws InterruptedException {
        collector.stalls = true;
        SpoolDrain drain = start(true);
        offer(drain, 5);
        await().until(() -> collector.asked.get() == 1);

        thread.interrupt();
        thread.join(10_000);

        assertThat(spool.fill().spans()).isEqualTo(5);
        assertThat(tally.lostInAll()).isZero();
    }

    private SpoolDrain start(boolean keepsUndelivered) {
        return start(create(keepsUndelivered, spool));
    }

    private SpoolDrain create(boolean keepsUndelivered, Spool spool) {
        TroubleLog trouble = new TroubleLog(Logger.getLogger(SpoolDrainTest.class), Clock.system(), "test", tally, spool::fill);
        Delivery delivery = new Delivery(spool, collector, guard, tally, trouble, keepsUndelivered);
        return new SpoolDrain(spool, delivery, guard, trouble, new Pauses(Duration.ofMillis(10), Duration.ofMinutes(5)),
                Clock.system());
    }

    private SpoolDrain start(SpoolDrain drain) {
        thread = new Thread(drain, "drain");
        thread.start();
        return drain;
    }

    private CompletableResultCode offer(SpoolDrain drain, int spans) {
        long number = spool.offer(new Batch(new byte[spans], false, spans));
        return drain.flush(number);
    }

    private CompletableResultCode offer(SpoolDrain drain, String... names) {
        return drain.flush(spool.offer(Requests.of(names)));
    }

    private final class Collector implements Transport {

        final AtomicInteger asked = new AtomicInteger();
        volatile ExportFailure failure;
        volatile RuntimeException bug;
        volatile Error error;
        private volatile Function<Batch, ExportFailure> refusals = batch -> null;
        volatile Answer answer = Answer.ACCEPTED;
        volatile boolean stalls;

        void refuses(Function<Batch, ExportFailure> refusals) {
            this.refusals = refusals;
        }

        @Override
        public Answer send(Batch batch) throws ExportFailure, InterruptedException {
            asked.incrementAndGet();
            if (stalls) {
                new CountDownLatch(1).await();
            }
            if (bug != null) {
                throw bug;
            }
            if (error != null) {
                throw error;
            }
            ExportFailure refusal = failure != null ? failure : refusals.apply(batch);
            if (refusal != null) {
                throw refusal;
            }
            sent.add(batch.spans());
            ids.addAll(Requests.names(batch));
            return answer;
        }

        @Override
        public String target() {
            return "test";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
