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

    private final ConcurrentMap<String, JobRecording> bySpanId = new ConcurrentHashMap<>();

    boolean isFull() {
        return bySpanId.size() >= CAPACITY;
    }

    void add(Span root, JobRecording job) {
        bySpanId.put(root.getSpanContext().getSpanId(), job);
    }

    /** The root span of a request is ending, and knows when. */
    void complete(ReadWriteSpan root, boolean success) {
        JobRecording job = bySpanId.remove(root.getSpanContext().getSpanId());
        if (job != null) {
            Completed completed = job.completeAt(SpanClock.startEpochNanos(root) + root.getLatencyNanos(), success);
            job.writeAttributes(completed);
        }
    }

    int size() {
        return bySpanId.size();
    }
}
