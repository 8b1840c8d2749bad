package io.steptrace.runtime.internal.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;

/** The thread that sends. */
class SpoolDrainTest extends Draining {

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
        collector.answer = new PartialSuccess(3, "too old");
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
    void goesOnAfterAnInterruptThatIsNotItsEnd() {
        SpoolDrain drain = start(true);
        assertThat(offer(drain, 1).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();

        thread.interrupt();

        assertThat(offer(drain, 2).join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
    }

    @Test
    void makesALastAttemptWhereTheEndComesDuringARest() throws InterruptedException {
        collector.failure = ExportFailure.transientOne("500", null, "HTTP status 500");
        SpoolDrain drain = start(create(true, spool, Duration.ofHours(1)));
        offer(drain, 1);
        await().until(() -> collector.asked.get() == 1 && thread.getState() == Thread.State.TIMED_WAITING);
        collector.failure = null;

        drain.close();
        thread.join(10_000);

        assertThat(tally.delivered()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "take", "oldest" })
    void goesOnAfterErrorsOfItsOwn(String method) {
        SpoolDrain drain = start(
                create(true, FailingSpool.of(spool, method, new OutOfMemoryError("test"), new StackOverflowError())));

        assertThat(offer(drain, 2).join(20, TimeUnit.SECONDS).isSuccess()).isTrue();
        assertThat(tally.delivered()).isEqualTo(2);
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
        guard.state = BreakerState.OPEN;
        SpoolDrain drain = start(true);
        CompletableResultCode flushed = offer(drain, 1);
        await().until(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
        assertThat(collector.asked).hasValue(0);

        guard.state = BreakerState.HALF_OPEN;
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
        guard.state = BreakerState.OPEN;
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

        drain.close();
        thread.interrupt();
        thread.join(10_000);

        assertThat(spool.fill().spans()).isEqualTo(5);
        assertThat(tally.lostInAll()).isZero();
    }
}
