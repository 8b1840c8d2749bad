package io.steptrace.dev.advice;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Recorded jobs, sent once more through a queue with another number of workers: each comes when it came, takes a worker for as
 * long as it did, and waits for the first that is free. Jobs that come only because others have ended come no earlier.
 */
final class Replay {

    private final List<RecentJob> jobs;

    /** @param jobs at least one, in any order */
    Replay(List<RecentJob> jobs) {
        this.jobs = jobs.stream().sorted(Comparator.comparingLong(RecentJob::arrivedNanos)).toList();
    }

    /** The wait that 95 of 100 jobs would not have exceeded. */
    long p95WaitNanos(int workers) {
        return Evidence.p95(waitsNanos(workers));
    }

    /** The wait of each job, in the order of their coming. */
    long[] waitsNanos(int workers) {
        PriorityQueue<Long> freeNanos = new PriorityQueue<>();
        long[] waitsNanos = new long[jobs.size()];
        for (int number = 0; number < waitsNanos.length; number++) {
            RecentJob job = jobs.get(number);
            long beginNanos = job.arrivedNanos();
            if (freeNanos.size() == workers) {
                beginNanos = Math.max(beginNanos, freeNanos.remove());
            }
            waitsNanos[number] = beginNanos - job.arrivedNanos();
            freeNanos.add(beginNanos + job.takenNanos());
        }
        return waitsNanos;
    }

    /** The fewest workers that would have held that wait below a limit; 0 if more than so many were needed. */
    int fewestWorkers(long limitNanos, int most) {
        int tooFew = 0;
        int enough = Math.min(most, jobs.size()) + 1;
        // one more worker never makes a job wait longer
        while (enough - tooFew > 1) {
            int workers = (tooFew + enough) / 2;
            if (p95WaitNanos(workers) < limitNanos) {
                enough = workers;
            } else {
                tooFew = workers;
            }
        }
        return enough > most ? 0 : enough;
    }

    /** How many workers would be busy on the average if no job had to wait: Little's law. */
    double busyWorkers() {
        long firstNanos = jobs.get(0).arrivedNanos();
        long lastNanos = jobs.stream().mapToLong(job -> job.arrivedNanos() + job.takenNanos()).max().orElseThrow();
        long takenNanos = jobs.stream().mapToLong(RecentJob::takenNanos).sum();
        return lastNanos == firstNanos ? 0 : (double) takenNanos / (lastNanos - firstNanos);
    }

    /** How many workers would be busy at the most if no job had to wait; a burst hides in the average. */
    int busyWorkersAtThePeak() {
        PriorityQueue<Long> endsNanos = new PriorityQueue<>();
        int peak = 0;
        for (RecentJob job : jobs) {
            while (!endsNanos.isEmpty() && endsNanos.peek() <= job.arrivedNanos()) {
                endsNanos.remove();
            }
            endsNanos.add(job.arrivedNanos() + job.takenNanos());
            peak = Math.max(peak, endsNanos.size());
        }
        return peak;
    }
}
