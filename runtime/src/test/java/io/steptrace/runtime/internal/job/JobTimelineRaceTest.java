package io.steptrace.runtime.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.time.Clock;

/** Many threads park and resume one job while another one completes it. */
class JobTimelineRaceTest {

    private static final int ROUNDS = 200;
    private static final int THREADS = 32;
    private static final int PARKS_PER_THREAD = 50;

    static Stream<ThreadFactory> threadFactories() {
        ThreadFactory platform = Thread::new;
        return Stream.concat(Stream.of(platform), VirtualThreads.factory().stream());
    }

    @ParameterizedTest
    @MethodSource("threadFactories")
    @Timeout(120)
    void addsUpWhoeverIsFirst(ThreadFactory threads) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            race(threads);
        }
    }

    private static void race(ThreadFactory threads) throws InterruptedException {
        JobTimeline timeline = JobTimeline.enqueued(Clock.system(), System.nanoTime());
        timeline.take();
        timeline.start();
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong closed = new AtomicLong();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(start(threads, go, () -> closed.addAndGet(park(timeline))));
        }
        List<Completed> ends = new ArrayList<>();
        Thread completing = start(threads, go, () -> ends.add(timeline.complete()));
        go.countDown();
        for (Thread thread : running) {
            thread.join();
        }
        completing.join();

        Completed job = timeline.complete();
        assertThat(ends).containsExactly(job);
        JobDurations durations = job.durations();
        assertThat(durations.totalNanos()).isEqualTo(job.completedNanos() - job.enqueuedNanos());
        assertThat(List.of(durations.queueWaitNanos(), durations.dispatchNanos(), durations.parkNanos(),
                durations.activeNanos())).allMatch(part -> part >= 0);
        // an episode is handed out at most once: by the resume that ended its group, by the end of the job, or, beyond the bound,
        // not at all
        assertThat(closed.get() + job.lastParks().size()).isLessThanOrEqualTo(job.parkCount());
        assertThat(job.parkCount()).isLessThanOrEqualTo((long) THREADS * PARKS_PER_THREAD);
    }

    private static long park(JobTimeline timeline) {
        long closed = 0;
        for (int i = 0; i < PARKS_PER_THREAD; i++) {
            OpenPark park = timeline.park(ParkReason.of(ParkCause.LOCK));
            if (ThreadLocalRandom.current().nextInt(4) == 0) {
                Thread.onSpinWait();
            }
            closed += park.resume().size();
            closed += park.resume().size();
        }
        return closed;
    }

    private static Thread start(ThreadFactory threads, CountDownLatch go, Runnable body) {
        Thread thread = threads.newThread(() -> {
            try {
                go.await();
                body.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }
}
