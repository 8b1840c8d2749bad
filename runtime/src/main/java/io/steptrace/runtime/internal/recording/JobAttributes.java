package io.steptrace.runtime.internal.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.job.JobDurations;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.time.Millis;

/** The durations of a job as attributes: milliseconds with the resolution of the clock. */
final class JobAttributes {

    private JobAttributes() {
    }

    /** @param queue {@code null} for work that went through none */
    static void write(Span span, String queue, JobDurations durations, long parkCount, boolean promoted) {
        if (queue != null) {
            span.setAttribute(AttributeKeys.JOB_QUEUE, queue);
        }
        span.setAttribute(AttributeKeys.JOB_QUEUE_WAIT_MS, Millis.of(durations.queueWaitNanos()))
                .setAttribute(AttributeKeys.JOB_DISPATCH_MS, Millis.of(durations.dispatchNanos()))
                .setAttribute(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL, Millis.of(durations.parkNanos()))
                .setAttribute(AttributeKeys.JOB_RUN_ACTIVE_MS, Millis.of(durations.activeNanos()))
                .setAttribute(AttributeKeys.JOB_PARK_COUNT, parkCount)
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
