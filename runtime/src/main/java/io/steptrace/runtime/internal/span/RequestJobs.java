package io.steptrace.runtime.internal.span;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.steptrace.runtime.internal.job.JobState.Completed;

/**
 * The jobs of requests that were handed over to a worker, from there to the end of their root spans; thread-safe.
 * <p>
 * The number of entries is bounded; a request beyond the bound has no job, and loses nothing else.
 */
public final class RequestJobs {

    static final int CAPACITY = 10_000;

    private final ConcurrentMap<String, RequestJob> bySpanId = new ConcurrentHashMap<>();

    boolean isFull() {
        return bySpanId.size() >= CAPACITY;
    }

    void add(Span root, RequestJob job) {
        bySpanId.put(root.getSpanContext().getSpanId(), job);
    }

    /** The root span of a request is ending, and knows when. */
    void complete(ReadWriteSpan root, boolean success) {
        RequestJob request = bySpanId.remove(root.getSpanContext().getSpanId());
        if (request != null) {
            Completed completed = request.job().completeAt(request.startEpochNanos() + root.getLatencyNanos(), success);
            request.job().writeAttributes(completed);
        }
    }

    /** How many requests with a job have not ended. */
    public int size() {
        return bySpanId.size();
    }

    /**
     * The job of a request.
     *
     * @param startEpochNanos when its root span started: to be read again, the whole span would have to be copied
     */
    record RequestJob(JobRecording job, long startEpochNanos) {
    }
}
