package io.steptrace.dev.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class QueueAdviceTest {

    private static final int PROCESSORS = 2;

    @Test
    void saysHowManyWorkersWouldHaveHeldTheWait() {
        // each 10 ms a job that takes its worker for 32 ms, nearly all of that waiting
        assertThat(advice(jobs(40, 10, 32, 1), 1).text())
                .isEqualTo("3.0 workers would be busy on average, 4 at the peak, 1 is configured;"
                        + " concurrency=4 would have held the p95 wait under 5 ms");
    }

    @Test
    void doesNotHideABurstInTheAverage() {
        List<RecentJob> jobs = new ArrayList<>(jobs(24, 0, 8, 1));
        // a minute later, alone
        jobs.add(new RecentJob("digest", millis(59_992), 0, millis(8), millis(1)));
        assertThat(advice(jobs, 1).text()).isEqualTo("0.0 workers would be busy on average, 24 at the peak, 1 is configured;"
                + " concurrency=23 would have held the p95 wait under 5 ms");
    }

    @Test
    void saysNothingOfFewerThanTwentyJobs() {
        assertThat(advice(jobs(19, 10, 32, 1), 1).text()).isNull();
        assertThat(advice(jobs(19, 10, 32, 1), 1).p95WaitNanos()).isNull();
        assertThat(advice(jobs(20, 10, 32, 1), 1).text()).isNotNull();
    }

    @Test
    void saysNothingWhereHardlyAnyJobWaits() {
        List<RecentJob> jobs = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            jobs.add(new RecentJob("digest", millis(number * 10L), millis(1), millis(8), millis(1)));
        }
        assertThat(advice(jobs, 1).text()).isNull();
        assertThat(advice(jobs, 1).p95WaitNanos()).isEqualTo(millis(1));
    }

    @Test
    void namesNoMoreWorkersThanProcessorsForJobsThatWork() {
        assertThat(advice(jobs(40, 10, 32, 30), 1).text()).isEqualTo("3.0 workers would be busy on average, 4 at the peak, 1 is"
                + " configured; the jobs are working and not waiting for most of their time, and there are 2 processors: more workers would not help");
        assertThat(advice(jobs(40, 10, 15, 14), 1).text())
                .isEqualTo("1.5 workers would be busy on average, 2 at the peak, 1 is configured;"
                        + " concurrency=2 would have held the p95 wait under 5 ms");
    }

    @Test
    void saysSoWhereTheRecordedJobsDoNotExplainTheWait() {
        assertThat(advice(jobs(40, 10, 5, 1), 2).text()).isEqualTo("0.5 workers would be busy on average, 1 at the peak, 2 are"
                + " configured; the jobs that were recorded do not explain the p95 wait of 20 ms: something else takes the workers");
    }

    @Test
    void doesNotPretendThatAnyNumberOfWorkersHolds() {
        assertThat(advice(jobs(400, 0, 50, 1), 4).text()).endsWith("4 are configured; even concurrency=256 would not have held"
                + " the p95 wait under 5 ms");
    }

    private static QueueAdvice advice(List<RecentJob> jobs, int concurrency) {
        return new QueueAdvice(jobs, concurrency, PROCESSORS);
    }

    private static List<RecentJob> jobs(int count, long everyMillis, long takenMillis, long workingMillis) {
        List<RecentJob> jobs = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            jobs.add(new RecentJob("digest", millis(number * everyMillis), millis(20), millis(takenMillis),
                    millis(workingMillis)));
        }
        return jobs;
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
