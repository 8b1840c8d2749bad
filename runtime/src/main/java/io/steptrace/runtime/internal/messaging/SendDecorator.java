package io.steptrace.runtime.internal.messaging;

import java.time.InstantSource;
import java.util.List;

import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.SubscriberDecorator;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * Says on each message that leaves the process when it was handed to its connector. A decorator, because a channel has room for
 * one {@code OutgoingInterceptor} only, and that is the application's.
 */
public class SendDecorator implements SubscriberDecorator {

    /** After the interceptor of the application, the last one to set metadata. */
    private static final int LAST = 10_000;

    private final HeaderCarriers carriers;
    private final MessagingSettings settings;
    private final InstantSource time;

    public SendDecorator(HeaderCarriers carriers, MessagingSettings settings, InstantSource time) {
        this.carriers = carriers;
        this.settings = settings;
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
        HeaderCarrier carrier = carriers.ofChannel("outgoing", channels.get(0));
        return carrier == null ? messages : messages.map(message -> sent(message, carrier));
    }

    private Message<?> sent(Message<?> message, HeaderCarrier carrier) {
        try {
            return carrier.put(message, EnqueuedHeader.NAME, EnqueuedHeader.valueOf(time.instant()));
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return message;
        }
    }
}
