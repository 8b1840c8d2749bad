package io.steptrace.runtime.internal.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.job.JobDurations;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;

/** Writes the lifecycle events of a job. */
public final class JobEvents {

    private static final Attributes SUCCESS = Attributes.of(AttributeKeys.JOB_SUCCESS, true);
    private static final Attributes FAILURE = Attributes.of(AttributeKeys.JOB_SUCCESS, false);

    private final EventWriter writer;

    JobEvents(EventWriter writer) {
        this.writer = writer;
    }

    void enqueued(Span span, long epochNanos, QueueEntry entry) {
        if (writer.isOn()) {
            // in the order of keys, which costs the least to sort
            writer.write(span, EventNames.JOB_ENQUEUED, epochNanos, entry.isDepthKnown()
                    ? Attributes.of(AttributeKeys.JOB_DEPTH, (long) entry.depthAtEnqueue(), AttributeKeys.JOB_QUEUE,
                            entry.queue())
                    : Attributes.of(AttributeKeys.JOB_QUEUE, entry.queue()));
        }
    }

    void taken(Span span, long epochNanos, QueueEntry entry) {
        if (writer.isOn()) {
            writer.write(span, EventNames.JOB_TAKEN, epochNanos, Attributes.of(AttributeKeys.JOB_WORKER, entry.worker()));
        }
    }

    void started(Span span, long epochNanos) {
        writer.write(span, EventNames.JOB_STARTED, epochNanos, Attributes.empty());
    }

    void parked(Span span, long epochNanos, ParkReason reason) {
        if (writer.isOn()) {
            writer.write(span, EventNames.JOB_PARKED, epochNanos, attributesOf(reason));
        }
    }

    void resumed(Span span, long epochNanos) {
        writer.write(span, EventNames.JOB_RESUMED, epochNanos, Attributes.empty());
    }

    /** Without the durations, which are attributes of the span. */
    void completed(Span span, long epochNanos, boolean success) {
        writer.write(span, EventNames.JOB_COMPLETED, epochNanos, success ? SUCCESS : FAILURE);
    }

    /** With the durations: other jobs have the same span, and none of them its attributes. */
    void completedAmongOthers(Span span, long epochNanos, JobDurations durations, boolean success) {
        if (writer.isOn()) {
            writer.write(span, EventNames.JOB_COMPLETED, epochNanos, JobAttributes.ofShared(durations, success));
        }
    }

    public void rejected(Span span, long epochNanos, JobRejectedException rejection) {
        if (writer.isOn()) {
            writer.write(span, EventNames.JOB_REJECTED, epochNanos,
                    Attributes.of(AttributeKeys.JOB_QUEUE, BoundedText.name(rejection.queue()),
                            AttributeKeys.REASON, EnumName.of(rejection.reason())));
        }
    }

    static Attributes attributesOf(ParkReason reason) {
        AttributesBuilder attributes = Attributes.builder()
                .put(AttributeKeys.JOB_PARK_CAUSE, causeOf(reason))
                .put(AttributeKeys.JOB_PARK_TOKEN, BoundedText.name(reason.token()));
        if (reason.limit() != null) {
            attributes.put(AttributeKeys.CONCURRENCY_LIMIT_CURRENT, (long) reason.limit().current())
                    .put(AttributeKeys.CONCURRENCY_LIMIT_MAX, (long) reason.limit().max());
        }
        return attributes.build();
    }

    static String causeOf(ParkReason reason) {
        return EnumName.of(reason.cause());
    }
}
