package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.telemetry.Measurements;

class ChannelArrivalsTest {

    private static final Instant NOW = Instant.parse("2026-02-25T08:47:00Z");

    private final List<Duration> measured = new ArrayList<>();

    @Test
    void measuresAMessage() {
        arrivals(true).arrived(sent(Duration.ofSeconds(2)), NOW);
        assertThat(measured).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void measuresEachMessageOfABatch() {
        arrivals(true).arrived(
                Message.of(List.of(sent(Duration.ofSeconds(2)), Message.of("silent"), sent(Duration.ofMinutes(3)))),
                NOW);
        assertThat(measured).containsExactly(Duration.ofSeconds(2), Duration.ofHours(1), Duration.ofMinutes(3));
    }

    @Test
    void goesByTheHeaderAloneWhereTimestampsMeanSomethingElse() {
        arrivals(false).arrived(Message.of("silent"), NOW);
        arrivals(false).arrived(Message.of(List.of(Message.of("silent"), sent(Duration.ofMinutes(3)))), NOW);
        assertThat(measured).containsExactly(Duration.ofMinutes(3));
    }

    @Test
    void takesAnEmptyBatchForNothing() {
        arrivals(true).arrived(Message.of(List.of()), NOW);
        assertThat(measured).isEmpty();
    }

    private ChannelArrivals arrivals(boolean recordTimestamp) {
        return new ChannelArrivals("orders", new Payloads(), new MessagingSettings(true, recordTimestamp, Duration.ofDays(7)),
                new Measurements() {
                    @Override
                    public boolean areOn() {
                        return true;
                    }

                    @Override
                    public void queueWait(long nanos, Attributes series, Context context) {
                        measured.add(Duration.ofNanos(nanos));
                    }
                });
    }

    private static Message<?> sent(Duration ago) {
        return Message.of(EnqueuedHeader.valueOf(NOW.minus(ago)));
    }

    /** The header of a message is its payload, a batch is a list of messages, and all were stamped an hour ago. */
    private static final class Payloads implements HeaderCarrier {

        @Override
        public String connector() {
            return "payloads";
        }

        @Override
        public Message<?> put(Message<?> message, String name, String value) {
            return Message.of(value);
        }

        @Override
        public Object get(Message<?> message, String name) {
            return message.getPayload();
        }

        @Override
        public OptionalLong timestampMillis(Message<?> message) {
            return OptionalLong.of(NOW.minus(Duration.ofHours(1)).toEpochMilli());
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<? extends Message<?>> batched(Message<?> message) {
            return message.getPayload() instanceof List<?> messages ? (List<? extends Message<?>>) messages : null;
        }
    }
}
