package io.steptrace.runtime.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.steptrace.JobRejectedException;
import io.steptrace.JobRejectedException.Reason;
import io.steptrace.runtime.internal.time.TestClock;

class BoundedJobQueueTest {

    private final ManualExecutor executor = new ManualExecutor();
    private final List<String> facts = new ArrayList<>();

    @Test
    void runsAsManyAsTheConcurrencyAndKeepsAsManyAsTheCapacity() {
        BoundedJobQueue queue = queue(2, 1, executor);
        queue.submit(job("a"));
        queue.submit(job("b"));
        queue.submit(job("c"));

        assertThat(queue.load().running()).isEqualTo(2);
        assertThat(queue.depth()).isEqualTo(1);
        assertThatThrownBy(() -> queue.submit(job("d"))).isInstanceOf(JobRejectedException.class)
                .hasMessage("queue full: q (capacity 1, concurrency 2) - submit less, or raise"
                        + " quarkus.steptrace.queues.\"q\".capacity");
        executor.runAll();
        assertThat(facts).containsExactly("a enqueued 0", "b enqueued 0", "c enqueued 1", "a taken 1", "a run", "c taken 0",
                "c run", "b taken 0", "b run");
        assertThat(queue.load().running()).isZero();
        assertThat(queue.depth()).isZero();
    }

    @Test
    void countsNobodyAsRunningAfterTheLastJobHoweverOften() {
        BoundedJobQueue queue = queue(1, 5, executor);
        for (int i = 0; i < 3; i++) {
            queue.submit(job("a"));
            executor.runAll();
            assertThat(queue.load().running()).isZero();
        }
        queue.submit(job("b"));
        queue.submit(job("c"));
        assertThat(executor.size()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAJobThatThrows() {
        BoundedJobQueue queue = queue(1, 5, executor);
        queue.submit(new Recorded("bad", () -> {
            throw new IllegalStateException("broken promise");
        }));
        queue.submit(job("good"));
        executor.runAll();
        assertThat(facts).contains("good run");
        assertThat(queue.load().running()).isZero();
    }

    @Test
    void abandonsEverythingWhenTheExecutorHasShutDown() {
        BoundedJobQueue queue = queue(1, 5, task -> {
            throw new RejectedExecutionException("shut down");
        });
        queue.submit(job("a"));
        assertThat(facts).containsExactly("a enqueued 0", "a abandoned SHUTDOWN");
        assertThat(queue.load().running()).isZero();
    }

    @Test
    void drainsWhatItHasAcceptedAndRefusesTheRest() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            BoundedJobQueue queue = queue(2, 1_000, threads);
            AtomicInteger done = new AtomicInteger();
            for (int i = 0; i < 500; i++) {
                queue.submit(new Recorded("job", done::incrementAndGet, new ArrayList<>()));
            }
            assertThat(queue.drain(Duration.ofSeconds(30))).isZero();
            assertThat(done).hasValue(500);
            assertThatThrownBy(() -> queue.submit(job("late"))).isInstanceOf(JobRejectedException.class)
                    .hasMessage("queue shut down: q - the application is stopping")
                    .extracting("queue", "capacity", "reason").containsExactly("q", 1_000, Reason.SHUTDOWN);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysHowManyWereNotOverInTime() throws InterruptedException {
        BoundedJobQueue queue = queue(1, 5, executor);
        queue.submit(job("never run"));
        assertThat(queue.drain(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(queue.whereabouts(5)).containsExactly("none has begun");
    }

    private static BoundedJobQueue queue(int concurrency, int capacity, Executor executor) {
        return new BoundedJobQueue("q", concurrency, capacity, executor, new RejectionLog(
                Logger.getLogger(BoundedJobQueueTest.class), new TestClock(0), (task, delay) -> {
                }));
    }

    private Recorded job(String name) {
        return new Recorded(name, () -> {
        });
    }

    private final class Recorded implements QueuedJob {

        private final String name;
        private final Runnable body;
        private final List<String> seen;

        Recorded(String name, Runnable body) {
            this(name, body, facts);
        }

        Recorded(String name, Runnable body, List<String> seen) {
            this.name = name;
            this.body = body;
            this.seen = seen;
        }

        @Override
        public void enqueued(int depth) {
            seen.add(name + " enqueued " + depth);
        }

        @Override
        public void taken(String worker, int depth) {
            seen.add(name + " taken " + depth);
        }

        @Override
        public void run(Runnable finished) {
            seen.add(name + " run");
            body.run();
            finished.run();
        }

        @Override
        public String whereabouts() {
            return name;
        }

        @Override
        public void abandoned(JobRejectedException reason) {
            seen.add(name + " abandoned " + reason.reason());
        }
    }

    /** Runs tasks when asked to. */
    private static final class ManualExecutor implements Executor {

        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        int size() {
            return tasks.size();
        }

        void runAll() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }
}
