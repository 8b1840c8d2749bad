package io.steptrace.dev.advice;

import java.util.List;

/** What was recorded in the last minute, as far as advice is made of it; bounded and thread-safe. */
public final class Recent {

    private static final int MAX_REQUESTS = 5_000;
    private static final int MAX_JOBS = 10_000;

    private final LastMinute<RecentRequest> requests = new LastMinute<>(MAX_REQUESTS, System::nanoTime);
    private final LastMinute<RecentJob> jobs = new LastMinute<>(MAX_JOBS, System::nanoTime);

    public void add(RecentRequest request, List<RecentJob> itsJobs) {
        requests.add(List.of(request));
        jobs.add(itsJobs);
    }

    public RequestAdvice onRequests() {
        return new RequestAdvice(requests.list());
    }

    /** @param concurrency how many workers the queue has */
    public QueueAdvice onQueue(String queue, int concurrency) {
        return new QueueAdvice(jobs.list().stream().filter(job -> job.queue().equals(queue)).toList(), concurrency,
                Runtime.getRuntime().availableProcessors());
    }
}
