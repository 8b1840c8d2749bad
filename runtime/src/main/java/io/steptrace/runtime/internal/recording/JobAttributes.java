package io.steptrace.runtime.internal.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.job.JobDurations;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.time.Millis;

/** The durations of a job as attributes: milliseconds with the resolution of the clock. */
final class JobAttributes {

    private JobAttributes() {
    }

    static void write(Span span, Completed job, QueueEntry entry, boolean promoted) {
        if (entry != null) {
            span.setAttribute(AttributeKeys.JOB_QUEUE, entry.queue());
        }
        JobDurations durations = job.durations();
        span.setAttribute(AttributeKeys.JOB_QUEUE_WAIT_MS, Millis.of(durations.queueWaitNanos()))
                .setAttribute(AttributeKeys.JOB_DISPATCH_MS, Millis.of(durations.dispatchNanos()))
                .setAttribute(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL, Millis.of(durations.parkNanos()))
                .setAttribute(AttributeKeys.JOB_RUN_ACTIVE_MS, Millis.of(durations.activeNanos()))
                .setAttribute(AttributeKeys.JOB_PARK_COUNT, job.parkCount())
                .setAttribute(AttributeKeys.JOB_PROMOTED, promoted);
    }

    /** What the end of a job says on a span it shares; in the order of keys, which costs the least to sort. */
    static Attributes ofShared(JobDurations durations, boolean success) {
        return Attributes.of(AttributeKeys.JOB_DISPATCH_MS, Millis.of(durations.dispatchNanos()),
                AttributeKeys.JOB_PARK_WAIT_MS_TOTAL, Millis.of(durations.parkNanos()),
                AttributeKeys.JOB_QUEUE_WAIT_MS, Millis.of(durations.queueWaitNanos()),
                AttributeKeys.JOB_RUN_ACTIVE_MS, Millis.of(durations.activeNanos()),
                AttributeKeys.JOB_SUCCESS, success,
                AttributeKeys.JOB_TOTAL_MS, Millis.of(durations.totalNanos()));
    }
}
