package io.steptrace.runtime.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.steptrace.JobRejectedException;

class BegunJobsTest {

    private static final int JOBS = 2_000;

    private final AtomicInteger told = new AtomicInteger();
    private final BegunJobs begun = new BegunJobs(told::incrementAndGet);

    @Test
    void holdsAJobWhileItsWorkerRunsIt() {
        List<QueuedJob> seen = new ArrayList<>();
        try (BegunJobs.Worker worker = begun.enter()) {
            Job job = new Job(end -> {
                begun.stream().forEach(seen::add);
                end.run();
                begun.stream().forEach(seen::add);
            });
            worker.run(job);
            assertThat(seen).containsExactly(job);
            assertThat(begun.stream()).isEmpty();
        }
        // the worker says so itself
        assertThat(told).hasValue(0);
    }

    @Test
    void holdsAJobThatGoesOnWithoutItsWorkerToItsEnd() {
        Runnable[] end = new Runnable[1];
        Job job = new Job(over -> end[0] = over);
        try (BegunJobs.Worker worker = begun.enter()) {
            worker.run(job);
            // by way of the worker as well, but once
            assertThat(begun.stream()).containsExactly(job);
            worker.run(new Job(Runnable::run));
            assertThat(begun.stream()).containsExactly(job);
        }
        assertThat(begun.stream()).containsExactly(job);
        assertThat(begun.withoutWorker()).isEqualTo(1);
        end[0].run();
        assertThat(begun.stream()).isEmpty();
        assertThat(begun.withoutWorker()).isZero();
        assertThat(told).hasValue(1);
    }

    @Test
    void holdsNoneOfManyThatEndOnAnotherThreadWhileTheirWorkersLeaveThem() throws InterruptedException {
        ConcurrentLinkedQueue<Runnable> ends = new ConcurrentLinkedQueue<>();
        CountDownLatch left = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int number = 0; number < 2; number++) {
                threads.execute(() -> {
                    try (BegunJobs.Worker worker = begun.enter()) {
                        for (int i = 0; i < JOBS; i++) {
                            worker.run(new Job(ends::add));
                        }
                    }
                    left.countDown();
                });
            }
            for (int ended = 0; ended < 2 * JOBS;) {
                Runnable end = ends.poll();
                if (end != null) {
                    end.run();
                    ended++;
                }
            }
            left.await();
        } finally {
            threads.shutdownNow();
        }
        assertThat(begun.stream()).isEmpty();
        assertThat(begun.withoutWorker()).isZero();
    }

    private record Job(Consumer<Runnable> body) implements QueuedJob {

        @Override
        public void run(Runnable over) {
            body.accept(over);
        }

        @Override
        public void enqueued(int depth) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void taken(String worker, int depth) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String whereabouts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void abandoned(JobRejectedException reason) {
            throw new UnsupportedOperationException();
        }
    }
}
