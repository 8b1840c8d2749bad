package io.steptrace.runtime.internal.messaging;

import java.time.InstantSource;
import java.util.List;

import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.Measurements;

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
        String channel = carriers.nameOf("incoming", channels.get(0));
        HeaderCarrier carrier = carriers.ofChannel("incoming", channel);
        if (carrier == null) {
            return messages;
        }
        ChannelArrivals arrivals = new ChannelArrivals(channel, carrier, settings, measurements);
        return messages.invoke(message -> BrokenTelemetry.guard(() -> arrivals.arrived(message, time.instant())));
    }
}
