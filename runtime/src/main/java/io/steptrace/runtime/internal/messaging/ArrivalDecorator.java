package io.steptrace.runtime.internal.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.reactive.messaging.Message;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.steptrace.runtime.internal.recording.JobMeasures;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.work.MessageArrival;

/**
 * Measures how long each message waited between its sending and the moment when a method asks for it.
 * <p>
 * What comes in front of this decorator may hold messages back, in buffers or while a channel is paused. Behind it they go to
 * their method without a stop; so here their wait is over, however long ago they left the broker.
 */
public class ArrivalDecorator implements PublisherDecorator {

    /** After those that hold messages back, and after Quarkus has put the span of the consumer into the message's context. */
    private static final int LAST = 10_000;

    private final HeaderCarriers carriers;
    private final MessagingSettings settings;
    private final Measurements measurements;
    private final InstantSource time;

    public ArrivalDecorator(HeaderCarriers carriers, MessagingSettings settings, Measurements measurements,
            InstantSource time) {
        this.carriers = carriers;
        this.settings = settings;
        this.measurements = measurements;
        this.time = time;
    }

    @Override
    public int getPriority() {
        return LAST;
    }

    @Override
    public Multi<? extends Message<?>> decorate(Multi<? extends Message<?>> messages, List<String> channels,
            boolean isConnector) {
        if (!isConnector || !settings.enqueuedHeader() || channels.isEmpty()) {
            return messages;
        }
        String channel = channels.get(0);
        HeaderCarrier carrier = carriers.ofChannel("incoming", channel);
        if (carrier == null) {
            return messages;
        }
        SendingAge age = new SendingAge(channel, settings.enqueuedMaxAge());
        return messages.invoke(message -> BrokenTelemetry.guard(() -> {
            long nowEpochNanos = epochNanos(time.instant());
            age.waitNanos(carrier.get(message, EnqueuedHeader.NAME), nowEpochNanos)
                    .ifPresent(waitNanos -> arrived(message, new MessageArrival(channel, nowEpochNanos, waitNanos)));
        }));
    }

    private void arrived(Message<?> message, MessageArrival arrival) {
        // without a context of its own a message has nothing its method could find the arrival in
        Context context = message.getMetadata(LocalContextMetadata.class).map(local -> arrival.attachTo(local.context()))
                .orElseGet(Context::root);
        JobMeasures.of(measurements, context, arrival.queue()).queueWait(arrival.waitNanos());
    }

    private static long epochNanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
