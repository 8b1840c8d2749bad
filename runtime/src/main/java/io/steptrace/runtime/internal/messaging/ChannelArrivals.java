package io.steptrace.runtime.internal.messaging;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.reactive.messaging.Message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.steptrace.runtime.internal.recording.JobMeasures;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.work.MessageArrival;
import io.steptrace.runtime.internal.work.MessageBatch;

/** The waits of what arrives in one channel, message by message or in batches; thread-safe. */
final class ChannelArrivals {

    private final String channel;
    private final HeaderCarrier carrier;
    private final boolean readsTimestamps;
    private final SendingAge age;
    private final Measurements measurements;

    ChannelArrivals(String channel, HeaderCarrier carrier, MessagingSettings settings, Measurements measurements) {
        this.channel = channel;
        this.carrier = carrier;
        this.readsTimestamps = settings.recordTimestamp();
        this.age = new SendingAge(channel, settings.enqueuedMaxAge());
        this.measurements = measurements;
    }

    /** Measures the wait of a message, and lets its method find it. */
    void arrived(Message<?> message, Instant now) {
        long nowEpochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        List<? extends Message<?>> batched = carrier.batched(message);
        if (batched == null) {
            waitNanos(message, nowEpochNanos).ifPresent(waitNanos -> measure(
                    attach(message, new MessageArrival(channel, nowEpochNanos, waitNanos, null)), waitNanos));
        } else {
            batchArrived(message, batched, nowEpochNanos);
        }
    }

    /** A batch has waited since the first of its messages was sent; each of them has a wait of its own in the metrics. */
    private void batchArrived(Message<?> message, List<? extends Message<?>> batched, long nowEpochNanos) {
        OptionalLong longest = OptionalLong.empty();
        for (Message<?> each : batched) {
            OptionalLong waitNanos = waitNanos(each, nowEpochNanos);
            if (waitNanos.isPresent()) {
                measure(contextOf(each), waitNanos.getAsLong());
                longest = OptionalLong.of(Math.max(longest.orElse(0), waitNanos.getAsLong()));
            }
        }
        longest.ifPresent(waitNanos -> attach(message, new MessageArrival(channel, nowEpochNanos, waitNanos,
                new MessageBatch(batched.size(), spansOf(batched)))));
    }

    private OptionalLong waitNanos(Message<?> message, long nowEpochNanos) {
        return age.waitNanos(carrier.get(message, EnqueuedHeader.NAME),
                readsTimestamps ? carrier.timestampMillis(message) : OptionalLong.empty(), nowEpochNanos);
    }

    /** Without a context of its own a message has nothing its method could find the arrival in. */
    private static Context attach(Message<?> message, MessageArrival arrival) {
        return message.getMetadata(LocalContextMetadata.class).map(local -> arrival.attachTo(local.context()))
                .orElseGet(Context::root);
    }

    private void measure(Context context, long waitNanos) {
        JobMeasures.of(measurements, context, channel).queueWait(waitNanos);
    }

    private static List<SpanContext> spansOf(List<? extends Message<?>> batched) {
        return batched.stream().limit(MessageBatch.MAX_LINKS).map(each -> Span.fromContext(contextOf(each)).getSpanContext())
                .filter(SpanContext::isValid).toList();
    }

    /** That of the span of its arrival. */
    private static Context contextOf(Message<?> message) {
        return TracingMetadata.fromMessage(message).map(TracingMetadata::getCurrentContext).orElseGet(Context::root);
    }
}
