package io.steptrace.runtime.internal.queue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The jobs of a queue that have begun and are not over; thread-safe.
 * <p>
 * Most are over when their worker leaves them: they stand in the worker's place, which others only read. Only those that go on
 * without one are put where all threads write.
 */
final class BegunJobs {

    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    private final Set<Begun> left = ConcurrentHashMap.newKeySet();
    private final Runnable over;

    /** @param over is told of the end of each that has none */
    BegunJobs(Runnable over) {
        this.over = over;
    }

    /** A worker begins, on the thread that is to close it. */
    Worker enter() {
        Worker worker = new Worker();
        workers.add(worker);
        return worker;
    }

    /** All of them, as they come and go; none more than once. */
    Stream<QueuedJob> stream() {
        return Stream.concat(workers.stream().flatMap(worker -> Stream.ofNullable(worker.current)), left.stream())
                .filter(begun -> !begun.isOver).distinct().map(begun -> begun.job);
    }

    /** How many go on without a worker. */
    int withoutWorker() {
        return left.size();
    }

    /** The place of a worker; confined to its thread, but for reading. */
    final class Worker implements AutoCloseable {

        private volatile Begun current;

        void run(QueuedJob job) {
            Begun begun = new Begun(job);
            current = begun;
            try {
                job.run(begun);
            } finally {
                if (!begun.isOver) {
                    begun.goesOn();
                }
            }
        }

        @Override
        public void close() {
            workers.remove(this);
        }
    }

    /** A job from its begin to its end, which comes when this is run. */
    private final class Begun implements Runnable {

        private final QueuedJob job;
        private volatile boolean hasLeft;
        private volatile boolean isOver;

        Begun(QueuedJob job) {
            this.job = job;
        }

        @Override
        public void run() {
            isOver = true;
            if (hasLeft && left.remove(this)) {
                over.run();
            }
        }

        /** Without its worker. */
        void goesOn() {
            hasLeft = true;
            left.add(this);
            // its end may have come in between, and found nothing to remove
            if (isOver) {
                left.remove(this);
            }
        }
    }
}
