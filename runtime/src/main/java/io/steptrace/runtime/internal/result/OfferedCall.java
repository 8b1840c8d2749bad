package io.steptrace.runtime.internal.result;

import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.work.WorkDefinition;

/** One call that runs as a job; thread-safe. */
public interface OfferedCall {

    WorkDefinition definition();

    /**
     * Submits the call, each time as another job.
     *
     * @throws io.steptrace.JobRejectedException if the result rethrows the rejection
     */
    QueuedWork submit(JobResult result);
}
