package io.steptrace.runtime.internal.recording;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.SeriesAttributes;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.trace.RouteSource;
import io.steptrace.runtime.internal.trace.ledger.DetectedWaitSink;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.waits.DetectedWait;

/** Makes measurements and child spans of waits that were found among the code of a span. Thread-safe. */
public final class DetectedWaitSpans implements DetectedWaitSink {

    private final Tracer tracer;
    private final PromotionPolicy promotion;
    private final Measurements measurements;

    public DetectedWaitSpans(Tracer tracer, PromotionPolicy promotion, Measurements measurements) {
        this.tracer = tracer;
        this.promotion = promotion;
        this.measurements = measurements;
    }

    @Override
    public KnownWait record(Context parent, DetectedWait detected, boolean hasRoom) {
        Span span = Span.fromContext(parent);
        if (measurements.areOn()) {
            measurements.parkWait(detected.durationNanos(), SeriesAttributes.ofDetectedPark(queueOf(span), detected.cause()),
                    parent);
        }
        if (hasRoom && promotion.promotesPark(detected.durationNanos(), RouteSource.of(span)::route)) {
            tracer.spanBuilder(SpanNames.PARK_PREFIX + EnumName.of(detected.cause()) + ")")
                    .setParent(parent)
                    .setAllAttributes(attributesOf(detected))
                    .setStartTimestamp(detected.beginNanos(), TimeUnit.NANOSECONDS)
                    .startSpan()
                    .end(detected.endNanos(), TimeUnit.NANOSECONDS);
        }
        return new KnownWait(what(detected), kind(detected.cause()), detected.threadId(), detected.beginNanos(),
                detected.endNanos());
    }

    private static String queueOf(Span span) {
        return span instanceof ReadableSpan readable ? readable.getAttribute(AttributeKeys.JOB_QUEUE) : null;
    }

    private static Attributes attributesOf(DetectedWait detected) {
        AttributesBuilder attributes = Attributes.builder()
                .put(AttributeKeys.JOB_PARK_CAUSE, EnumName.of(detected.cause()))
                .put(AttributeKeys.JOB_PARK_DETECTED, true)
                .put(AttributeKeys.JOB_PARK_EVENT, detected.event())
                .put(AttributeKeys.JOB_PARK_TOKEN, BoundedText.name(detected.token()))
                .put(AttributeKeys.THREAD_NAME, BoundedText.name(detected.threadName()))
                .put(AttributeKeys.CODE_FUNCTION_NAME, detected.code().function())
                .put(AttributeKeys.CODE_STACKTRACE, detected.code().stackTrace())
                .put(AttributeKeys.NETWORK_PEER_ADDRESS, detected.peerAddress());
        if (detected.code().lineNumber() > 0) {
            attributes.put(AttributeKeys.CODE_LINE_NUMBER, (long) detected.code().lineNumber());
        }
        if (detected.peerPort() > 0) {
            attributes.put(AttributeKeys.NETWORK_PEER_PORT, (long) detected.peerPort());
        }
        return attributes.build();
    }

    /** The cause, and the line of code that waited. */
    private static String what(DetectedWait detected) {
        String place = detected.code().shortPlace();
        return place == null ? EnumName.of(detected.cause()) : EnumName.of(detected.cause()) + ' ' + place;
    }

    /** The rest is known by what was called there, if a span shows that. */
    private static KnownWait.Kind kind(ParkCause cause) {
        return switch (cause) {
            case LOCK, TIMER, GC, RATE_LIMIT, BACKPRESSURE -> KnownWait.Kind.NAMED;
            case IO_WAIT, OTHER -> KnownWait.Kind.PLACE;
        };
    }
}
