package io.steptrace.test.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.JobQueue;
import io.steptrace.Step;

/** Jobs that hold the shutdown up are named while they do, and interrupted when Quarkus alone would have done so. */
class HungJobsTest {

    private static final String WHERE = " on executor-thread-\\d+, in " + Hung.class.getName().replace("$", "\\$")
            + "\\.%s\\(HungJobsTest\\.java:\\d+\\)\\)";
    private static final String SINCE = " \\(\\d+\\.\\d+ s";

    /** Registered first, and so asked last. */
    @Order(1)
    @RegisterExtension
    static final ShutdownLog LOG_OF_SHUTDOWN = new ShutdownLog(HungJobsTest::namesThem);

    @Order(2)
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Hung.class, ShutdownLog.class))
            .overrideConfigKey("quarkus.shutdown.timeout", "1500ms")
            .overrideConfigKey("quarkus.thread-pool.shutdown-timeout", "1500ms")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Hung hung;

    @Test
    void hangs() throws InterruptedException {
        hung.method();
        hung.blocked();
        hung.result().subscribe().with(item -> {
        });
        hung.task();
        hung.awaitAll();
    }

    private static void namesThem(List<LogRecord> records) {
        List<String> lines = records.stream().map(LogRecord::getMessage).filter(line -> line.startsWith("job queue: "))
                .toList();
        assertThat(lines).filteredOn(line -> line.contains(" methods ")).hasSize(2).allSatisfy(line -> assertThat(line)
                .matches("job queue: methods - 1 job is not over, and the shutdown waits at most 1500 ms for them"
                        + " \\(quarkus\\.shutdown\\.timeout\\): step\\.method" + SINCE + WHERE.formatted("hang")));
        assertThat(lines).filteredOn(line -> line.contains(" blockers ")).hasSize(2).allSatisfy(line -> assertThat(line)
                .matches(".*: step\\.blocked" + SINCE + WHERE.formatted("blocked")));
        assertThat(lines).filteredOn(line -> line.contains(" results ")).hasSize(2).allSatisfy(line -> assertThat(line)
                .matches(".*: step\\.result \\(no result for \\d+\\.\\d+ s\\)"));
        assertThat(lines).filteredOn(line -> line.contains(" tasks ")).hasSize(2).allSatisfy(line -> assertThat(line)
                .matches(".*: a task" + SINCE + WHERE.formatted("hang")));
        assertThat(records).as("of a second wait for the same jobs")
                .filteredOn(record -> record.getLoggerName().equals("io.quarkus.thread-pool")).isEmpty();
    }

    @ApplicationScoped
    public static class Hung {

        private final CountDownLatch begun = new CountDownLatch(4);

        @Inject
        @JobQueue("tasks")
        ManagedExecutor executor;

        @Step(queue = "methods")
        void method() {
            hang();
        }

        /** Below frames of the platform. */
        @Step(queue = "blockers")
        void blocked() {
            begun.countDown();
            Uni.createFrom().nothing().await().indefinitely();
        }

        @Step(queue = "results")
        Uni<String> result() {
            begun.countDown();
            return Uni.createFrom().nothing();
        }

        void task() {
            executor.execute(this::hang);
        }

        void awaitAll() throws InterruptedException {
            begun.await();
        }

        void hang() {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
