package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.steptrace.runtime.internal.recording.HandOverRecording;
import io.steptrace.runtime.internal.telemetry.SpanStart;

/**
 * The jobs of requests that were handed over to a worker, from there to the end of their root spans; thread-safe.
 * <p>
 * A request beyond the bound has no job, and loses nothing else.
 */
public final class RequestJobs {

    private final OpenRequests<HandOverRecording> open = new OpenRequests<>();

    public boolean isFull() {
        return open.isFull();
    }

    public void add(Span root, HandOverRecording job) {
        open.add(root, job);
    }

    /** The root span of a request is ending, and knows when. */
    void complete(ReadWriteSpan root, boolean success) {
        HandOverRecording job = open.remove(root);
        if (job != null) {
            job.complete(SpanStart.epochNanos(root) + root.getLatencyNanos(), success);
        }
    }

    /** How many requests with a job have not ended. */
    public int size() {
        return open.size();
    }
}
