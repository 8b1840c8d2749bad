package io.steptrace.dev.advice;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the last minute of one queue says of the number of its workers. */
public final class QueueAdvice {

    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** Beyond, it is not the number of workers that is wrong. */
    private static final int MOST_WORKERS = 256;

    private final List<RecentJob> jobs;
    private final int concurrency;
    private final int processors;

    /**
     * @param jobs those of the queue
     * @param concurrency how many workers it has
     * @param processors how many threads can work at a time
     */
    public QueueAdvice(List<RecentJob> jobs, int concurrency, int processors) {
        this.jobs = jobs;
        this.concurrency = concurrency;
        this.processors = processors;
    }

    /** The wait that 95 of 100 jobs did not exceed; null of too few jobs. */
    public Long p95WaitNanos() {
        return Evidence.suffices(jobs) ? Evidence.p95(jobs.stream().mapToLong(RecentJob::waitedNanos).toArray()) : null;
    }

    /** Null if there is nothing to say: of too few jobs, or if hardly any waits. */
    public String text() {
        Long waitNanos = p95WaitNanos();
        if (waitNanos == null || waitNanos < LIMIT_NANOS) {
            return null;
        }
        Replay replay = new Replay(jobs);
        int most = isMostlyWorking() ? Math.min(processors, MOST_WORKERS) : MOST_WORKERS;
        int fewest = replay.fewestWorkers(LIMIT_NANOS, most);
        String load = String.format(Locale.ROOT, "%.1f workers would be busy on average, %d at the peak, %d %s configured; ",
                replay.busyWorkers(), replay.busyWorkersAtThePeak(), concurrency, concurrency == 1 ? "is" : "are");
        if (fewest > concurrency) {
            return load + "concurrency=" + fewest + " would have held the p95 wait under 5 ms";
        }
        if (fewest > 0) {
            return load + "the jobs that were recorded do not explain the p95 wait of "
                    + TimeUnit.NANOSECONDS.toMillis(waitNanos) + " ms: something else takes the workers";
        }
        return load + (isMostlyWorking()
                ? "the jobs are working and not waiting for most of their time, and there "
                        + (processors == 1 ? "is 1 processor" : "are " + processors + " processors")
                        + ": more workers would not help"
                : "even concurrency=" + most + " would not have held the p95 wait under 5 ms");
    }

    private boolean isMostlyWorking() {
        long workingNanos = jobs.stream().mapToLong(RecentJob::workingNanos).sum();
        return 2 * workingNanos >= jobs.stream().mapToLong(RecentJob::takenNanos).sum();
    }
}
