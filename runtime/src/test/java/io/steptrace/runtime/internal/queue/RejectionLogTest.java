package io.steptrace.runtime.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.steptrace.JobRejectedException;
import io.steptrace.JobRejectedException.Reason;
import io.steptrace.runtime.internal.time.TestClock;

class RejectionLogTest {

    private static final String CATEGORY = RejectionLogTest.class.getName();

    private final TestClock clock = new TestClock(0);
    private final List<Runnable> timers = new CopyOnWriteArrayList<>();
    private final List<Duration> delays = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final java.util.logging.Logger logger = java.util.logging.Logger.getLogger(CATEGORY);
    private final Handler handler = new Lines();
    private final RejectionLog log = new RejectionLog(Logger.getLogger(CATEGORY), clock, (task, delay) -> {
        timers.add(task);
        delays.add(delay);
    });

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    void logsTheFirstRejectionAtOnceAndTheOthersAsACountAtTheEndOfTheInterval() {
        reject(Reason.QUEUE_FULL);
        clock.advance(Duration.ofSeconds(20).toNanos());
        for (int i = 0; i < 999; i++) {
            reject(Reason.QUEUE_FULL);
        }
        assertThat(lines).containsExactly("WARN queue full: mail");
        assertThat(delays).containsExactly(Duration.ofSeconds(40));

        clock.advance(Duration.ofSeconds(40).toNanos());
        timers.get(0).run();
        assertThat(lines).containsExactly("WARN queue full: mail", "WARN queue full: mail; 999 more rejected within 60 s");

        reject(Reason.QUEUE_FULL);
        assertThat(lines).as("the summary opens an interval of its own").hasSize(2);
        assertThat(delays).endsWith(RejectionLog.INTERVAL);
    }

    @Test
    void beginsAnewAfterAQuietInterval() {
        reject(Reason.QUEUE_FULL);
        clock.advance(RejectionLog.INTERVAL.toNanos());
        reject(Reason.QUEUE_FULL);
        assertThat(lines).containsExactly("WARN queue full: mail", "WARN queue full: mail");
        assertThat(timers).isEmpty();
    }

    @Test
    void logsTheCountOfAnUnfinishedIntervalWhenTheQueueIsDrained() {
        reject(Reason.SHUTDOWN);
        reject(Reason.SHUTDOWN);
        log.summarize();
        timers.forEach(Runnable::run);
        assertThat(lines).containsExactly("INFO queue full: mail", "INFO queue full: mail; 1 more rejected within 60 s");
    }

    @Test
    void countsEachRejectionOfManyThreadsOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    for (int j = 0; j < 1_000; j++) {
                        reject(Reason.QUEUE_FULL);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(timers).hasSize(1);
        timers.get(0).run();
        assertThat(lines).containsExactly("WARN queue full: mail", "WARN queue full: mail; 7999 more rejected within 60 s");
    }

    private void reject(Reason reason) {
        log.rejected(new JobRejectedException("mail", 1, reason, "queue full: mail", null));
    }

    private final class Lines extends ExtHandler {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + record.getMessage());
        }
    }
}
