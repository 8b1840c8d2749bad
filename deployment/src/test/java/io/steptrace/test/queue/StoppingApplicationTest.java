package io.steptrace.test.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.steptrace.JobQueue;
import io.steptrace.Step;
import io.vertx.core.Vertx;

/** While the queues are drained, those who still come with jobs are refused, and the log stays quiet. */
class StoppingApplicationTest {

    /** Registered first, and so asked last. */
    @Order(1)
    @RegisterExtension
    static final ShutdownLog LOG_OF_SHUTDOWN = new ShutdownLog(StoppingApplicationTest::isQuiet);

    @Order(2)
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Nightly.class, Latecomers.class, ShutdownLog.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Nightly nightly;

    @Test
    void runs() throws InterruptedException {
        nightly.awaitTick();
        nightly.holdTheShutdownUp();
    }

    private static void isQuiet(List<LogRecord> records) {
        assertThat(messagesOf(records, Latecomers.class)).containsExactly("void refused", "uni refused", "executor refused",
                "event bus refused");
        assertThat(messagesOf(records, Nightly.class)).containsExactly("over");
        assertThat(records).filteredOn(record -> record.getLoggerName().startsWith("io.quarkus.scheduler")).isEmpty();
        assertThat(records).extracting(LogRecord::getThrown).filteredOn(RejectedExecutionException.class::isInstance)
                .isNotEmpty().allSatisfy(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }

    private static List<String> messagesOf(List<LogRecord> records, Class<?> source) {
        return records.stream().filter(record -> record.getLoggerName().equals(source.getName()))
                .map(LogRecord::getMessage).toList();
    }

    @ApplicationScoped
    public static class Nightly {

        private static final Logger LOG = Logger.getLogger(Nightly.class.getName());

        private final CountDownLatch ticks = new CountDownLatch(1);
        private final CountDownLatch ticksWhileStopping = new CountDownLatch(2);
        private final CountDownLatch refused = new CountDownLatch(1);

        void awaitTick() throws InterruptedException {
            ticks.await();
        }

        void areRefused() {
            refused.countDown();
        }

        @Scheduled(every = "1s")
        @Step(queue = "nightly")
        void tick() {
            ticks.countDown();
        }

        @Scheduled(every = "1s")
        @Step(value = "asynchronous_tick", queue = "nightly")
        Uni<Void> asynchronousTick() {
            return Uni.createFrom().voidItem();
        }

        @Scheduled(every = "1s")
        void indirectTick() {
            if (refused.getCount() == 0) {
                ticksWhileStopping.countDown();
            }
            tick();
        }

        @ConsumeEvent("night")
        @Step(value = "consume", queue = "nightly")
        void consume(String night) {
        }

        /** Until later jobs were refused, and then as long as two ticks take, if there are any. */
        @Step(value = "long", queue = "nightly")
        void holdTheShutdownUp() throws InterruptedException {
            refused.await(5, TimeUnit.SECONDS);
            ticksWhileStopping.await(2500, TimeUnit.MILLISECONDS);
            LOG.warning("over");
        }
    }

    /** Comes with jobs while the queue is drained. */
    @ApplicationScoped
    public static class Latecomers {

        private static final Logger LOG = Logger.getLogger(Latecomers.class.getName());

        @Inject
        Nightly nightly;

        @Inject
        @JobQueue("nightly")
        ManagedExecutor executor;

        @Inject
        Vertx vertx;

        void come(@Observes ShutdownEvent stopping) {
            new Thread(() -> {
                Awaitility.await().until(() -> isRefused(nightly::tick));
                vertx.setPeriodic(100, timer -> nightly.tick());
                report("void", nightly::tick);
                report("uni", () -> nightly.asynchronousTick().await().indefinitely());
                report("executor", () -> executor.execute(nightly::areRefused));
                report("event bus", () -> vertx.eventBus().request("night", "a").toCompletionStage()
                        .toCompletableFuture().join());
                nightly.areRefused();
            }).start();
        }

        private static void report(String caller, Runnable call) {
            LOG.warning(caller + (isRefused(call) ? " refused" : " accepted"));
        }

        private static boolean isRefused(Runnable call) {
            try {
                call.run();
                return false;
            } catch (RuntimeException refusal) {
                return refusal.getMessage().contains("queue shut down: nightly - the application is stopping");
            }
        }
    }
}
