package io.steptrace.traces;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.Trace;

/** What a trace records of one job: the span of its step, and the waits below it that became spans. */
public record RecordedJob(SpanData span, List<SpanData> waits) {

    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final String EVENT_PREFIX = "steptrace.job.";

    /** The job of the one span of that name. */
    public static RecordedJob of(Trace trace, String spanName) {
        SpanData span = trace.only(spanName);
        return new RecordedJob(span,
                trace.childrenOf(span).stream().filter(child -> child.getName().startsWith("job.")).toList());
    }

    /** The time spent waiting, in a queue or parked. */
    public double waitMs() {
        return queueWaitMs() + parkWaitMs();
    }

    /** The promoted waits of that name. */
    public List<SpanData> waits(String name) {
        return waits.stream().filter(wait -> wait.getName().equals(name)).toList();
    }

    /** The time in the queue. */
    public double queueWaitMs() {
        return millis("job.queue_wait_ms");
    }

    /** The time parked, overlaps counted once. */
    public double parkWaitMs() {
        return millis("job.park_wait_ms_total");
    }

    /** How often the job parked; zero when the span does not say. */
    public long parkCount() {
        return Objects.requireNonNullElse(span.getAttributes().get(longKey("job.park_count")), 0L);
    }

    /** The four parts a job's time is divided into, added up. */
    public double sumOfPartsMs() {
        return queueWaitMs() + millis("job.dispatch_ms") + parkWaitMs() + millis("job.run_active_ms");
    }

    /** The duration of the span itself. */
    public double spanMs() {
        return durationMs(span);
    }

    /** The duration of any span. */
    public static double durationMs(SpanData span) {
        return (span.getEndEpochNanos() - span.getStartEpochNanos()) / NANOS_PER_MILLI;
    }

    /** The lifecycle events on the span itself, in the order of their times and without their common prefix. */
    public List<String> ownEvents() {
        return lifecycle(Stream.of(span));
    }

    /** The lifecycle events on the span and on its promoted waits together, in the order of their times. */
    public List<String> allEvents() {
        return lifecycle(Stream.concat(Stream.of(span), waits.stream()));
    }

    private double millis(String key) {
        return Objects.requireNonNullElse(span.getAttributes().get(doubleKey(key)), 0.0);
    }

    private static List<String> lifecycle(Stream<SpanData> spans) {
        return spans.flatMap(span -> span.getEvents().stream())
                .filter(event -> event.getName().startsWith(EVENT_PREFIX))
                .sorted(Comparator.comparingLong(EventData::getEpochNanos))
                .map(event -> event.getName().substring(EVENT_PREFIX.length()))
                .toList();
    }
}
