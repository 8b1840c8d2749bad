package io.steptrace.runtime.internal.queue;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

import io.steptrace.JobRejectedException;
import io.steptrace.JobRejectedException.Reason;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.PrintableLog;

/**
 * A queue with a bounded number of waiting jobs and of workers, on an executor it borrows.
 * <p>
 * A worker is a task of that executor which runs jobs until none waits, so that a busy queue pays for one hand-over and not for
 * one per job. Running and waiting are counted in one atomic word: who changes it knows both.
 */
public final class BoundedJobQueue {

    private static final Logger LOG = PrintableLog.of(BoundedJobQueue.class);
    private static final long ONE_RUNNING = 1L << 32;

    private final String name;
    private final int concurrency;
    private final int capacity;
    private final Executor executor;
    private final RejectionLog rejections;
    private final Queue<QueuedJob> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong counts = new AtomicLong();
    private final BegunJobs begun = new BegunJobs(this::tellIfIdle);
    private final ReentrantLock idleLock = new ReentrantLock();
    private final Condition idle = idleLock.newCondition();
    private volatile boolean closed;

    /**
     * @param concurrency how many jobs run at a time
     * @param capacity how many wait beyond those; 0 for none
     * @param executor lends its threads
     * @param rejections logs what is refused
     */
    public BoundedJobQueue(String name, int concurrency, int capacity, Executor executor, RejectionLog rejections) {
        this.name = name;
        this.concurrency = concurrency;
        this.capacity = capacity;
        this.executor = executor;
        this.rejections = rejections;
    }

    public String name() {
        return name;
    }

    /** How many jobs wait for a worker. */
    public int depth() {
        return waitingIn(counts.get());
    }

    public QueueLoad load() {
        long seen = counts.get();
        return new QueueLoad(runningIn(seen), concurrency, waitingIn(seen), capacity);
    }

    /**
     * Accepts a job, or refuses it without having touched it.
     *
     * @throws JobRejectedException if the queue is full or shut down
     */
    public void submit(QueuedJob job) {
        for (;;) {
            if (closed) {
                throw shutDown(null);
            }
            long seen = counts.get();
            if (runningIn(seen) < concurrency) {
                if (counts.compareAndSet(seen, seen + ONE_RUNNING)) {
                    job.enqueued(0);
                    startWorker(job);
                    return;
                }
            } else if (waitingIn(seen) < capacity) {
                if (counts.compareAndSet(seen, seen + 1)) {
                    job.enqueued(waitingIn(seen) + 1);
                    waiting.add(job);
                    return;
                }
            } else {
                throw full();
            }
        }
    }

    /**
     * Refuses new jobs and waits until the accepted ones are over.
     *
     * @return how many were not over in time
     */
    public int drain(Duration limit) throws InterruptedException {
        closed = true;
        long remaining = TimeUnit.NANOSECONDS.convert(limit);
        idleLock.lockInterruptibly();
        try {
            while (unfinished() > 0 && remaining > 0) {
                remaining = idle.awaitNanos(remaining);
            }
        } finally {
            idleLock.unlock();
        }
        rejections.summarize();
        return unfinished();
    }

    private int unfinished() {
        long seen = counts.get();
        return runningIn(seen) + waitingIn(seen) + begun.withoutWorker();
    }

    /** Where some of the jobs are that have begun and are not over; as many as asked for at most. */
    List<String> whereabouts(int most) {
        List<String> places = begun.stream().limit(most).map(QueuedJob::whereabouts).toList();
        return places.isEmpty() ? List.of("none has begun") : places;
    }

    /** Interrupts the jobs that have begun and are not over. */
    void interrupt() {
        begun.stream().forEach(QueuedJob::interrupt);
    }

    /** The refusal of a job whose application is stopping. */
    JobRejectedException shutDown(Throwable cause) {
        JobRejectedException rejection = rejection(Reason.SHUTDOWN,
                "queue shut down: " + name + " - the application is stopping", cause);
        // as often as a timer or a consumer comes until it is stopped as well, and it is the same each time
        rejection.setStackTrace(new StackTraceElement[0]);
        return rejection;
    }

    private JobRejectedException full() {
        return rejection(Reason.QUEUE_FULL, "queue full: " + name + " (capacity " + capacity + ", concurrency " + concurrency
                + ") - submit less, or raise quarkus.steptrace.queues.\"" + name + "\".capacity", null);
    }

    private JobRejectedException rejection(Reason reason, String message, Throwable cause) {
        JobRejectedException rejection = new JobRejectedException(name, capacity, reason, message, cause);
        rejections.rejected(rejection);
        return rejection;
    }

    private void startWorker(QueuedJob first) {
        try {
            executor.execute(() -> work(first));
        } catch (Throwable e) {
            abandon(first, e);
            for (QueuedJob next = next(); next != null; next = next()) {
                abandon(next, e);
            }
        }
    }

    private void work(QueuedJob first) {
        String worker = Thread.currentThread().getName();
        try (BegunJobs.Worker place = begun.enter()) {
            for (QueuedJob job = first; job != null; job = next()) {
                try {
                    job.taken(worker, depth());
                    place.run(job);
                } catch (Throwable t) {
                    brokePromise(t);
                }
            }
        }
    }

    /** The next waiting job; {@code null} if none waits, and then the worker that asked counts as running no more. */
    private QueuedJob next() {
        for (;;) {
            long seen = counts.get();
            if (waitingIn(seen) == 0) {
                if (counts.compareAndSet(seen, seen - ONE_RUNNING)) {
                    tellIfIdle();
                    return null;
                }
            } else if (counts.compareAndSet(seen, seen - 1)) {
                return pollCounted();
            }
        }
    }

    /**
     * The job was counted just before it was added: it is there, or will be within a few instructions of its submitter. That
     * may be a virtual thread without a carrier, which must not be kept waiting for the one this runs on.
     */
    private QueuedJob pollCounted() {
        QueuedJob job = waiting.poll();
        while (job == null) {
            Thread.yield();
            job = waiting.poll();
        }
        return job;
    }

    private void abandon(QueuedJob job, Throwable cause) {
        try {
            job.abandoned(shutDown(cause));
        } catch (Throwable t) {
            brokePromise(t);
        }
    }

    private void brokePromise(Throwable thrown) {
        BrokenTelemetry.guard(() -> LOG.errorf(thrown, "job queue: %s - a job broke its promise not to throw", name));
    }

    /** To be called when a worker has ended, or a job without one. */
    private void tellIfIdle() {
        if (closed && unfinished() == 0) {
            idleLock.lock();
            try {
                idle.signalAll();
            } finally {
                idleLock.unlock();
            }
        }
    }

    private static int runningIn(long counts) {
        return (int) (counts >>> 32);
    }

    private static int waitingIn(long counts) {
        return (int) counts;
    }
}
