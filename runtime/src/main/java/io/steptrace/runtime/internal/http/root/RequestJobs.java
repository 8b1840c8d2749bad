package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.steptrace.runtime.internal.recording.JobRecording;

/**
 * The jobs of requests that were handed over to a worker, from there to the end of their root spans; thread-safe.
 * <p>
 * A request beyond the bound has no job, and loses nothing else.
 */
public final class RequestJobs {

    private final OpenRequests<RequestJob> open = new OpenRequests<>();

    public boolean isFull() {
        return open.isFull();
    }

    public void add(Span root, RequestJob job) {
        open.add(root, job);
    }

    /** The root span of a request is ending, and knows when. */
    void complete(ReadWriteSpan root, boolean success) {
        RequestJob request = open.remove(root);
        if (request != null) {
            request.job().completeAt(request.startEpochNanos() + root.getLatencyNanos(), success);
        }
    }

    /** How many requests with a job have not ended. */
    public int size() {
        return open.size();
    }

    /**
     * The job of a request.
     *
     * @param startEpochNanos when its root span started: to be read again, the whole span would have to be copied
     */
    public record RequestJob(JobRecording job, long startEpochNanos) {
    }
}
