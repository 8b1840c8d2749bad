package io.steptrace.runtime.internal.export.delivery;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.ExportTally;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.Transport;
import io.steptrace.runtime.internal.export.encoding.Requests;
import io.steptrace.runtime.internal.export.spool.MemorySpool;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;
import io.steptrace.runtime.internal.export.trouble.TroubleLog;
import io.steptrace.runtime.internal.time.Clock;

/** The thread that sends, with a collector and a guard that do as the test says. */
abstract class Draining {

    final ExportTally tally = new ExportTally();
    final MemorySpool spool = new MemorySpool(new SpoolLimits(1_000, 1_000_000), tally);
    final List<Integer> sent = new CopyOnWriteArrayList<>();
    final List<String> ids = new CopyOnWriteArrayList<>();
    final SwitchedGuard guard = new SwitchedGuard();
    final Collector collector = new Collector();

    Thread thread;
    private SpoolDrain current;

    @AfterEach
    void stop() throws InterruptedException {
        if (thread != null) {
            current.close();
            thread.interrupt();
            thread.join();
        }
    }

    final SpoolDrain start(boolean keepsUndelivered) {
        return start(create(keepsUndelivered, spool));
    }

    final SpoolDrain create(boolean keepsUndelivered, Spool spool) {
        return create(keepsUndelivered, spool, Duration.ofMillis(10));
    }

    final SpoolDrain create(boolean keepsUndelivered, Spool spool, Duration pause) {
        TroubleLog trouble = new TroubleLog(Logger.getLogger(Draining.class), Clock.system(), "test", tally, spool::fill);
        Delivery delivery = new Delivery(spool, collector, guard, tally, trouble, keepsUndelivered);
        return new SpoolDrain(spool, delivery, guard, trouble, new RetryPauses(pause, Duration.ofMinutes(5)),
                Clock.system());
    }

    final SpoolDrain start(SpoolDrain drain) {
        current = drain;
        thread = new Thread(drain, "drain");
        thread.start();
        return drain;
    }

    final void offerOne(String name) {
        offer(current, name);
    }

    final CompletableResultCode offer(SpoolDrain drain, int spans) {
        long number = spool.offer(new Batch(new byte[spans], false, spans));
        return drain.flush(number);
    }

    final CompletableResultCode offer(SpoolDrain drain, String... names) {
        return drain.flush(spool.offer(Requests.of(names)));
    }

    final class Collector implements Transport {

        final AtomicInteger asked = new AtomicInteger();
        volatile ExportFailure failure;
        volatile RuntimeException bug;
        volatile Error error;
        volatile Function<Batch, ExportFailure> refusals = batch -> null;
        volatile PartialSuccess answer = PartialSuccess.ACCEPTED;
        volatile boolean stalls;

        void refuses(Function<Batch, ExportFailure> refusals) {
            this.refusals = refusals;
        }

        @Override
        public PartialSuccess send(Batch batch) throws ExportFailure, InterruptedException {
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
