package io.steptrace.runtime.internal.messaging;

import java.util.List;
import java.util.OptionalLong;

import org.eclipse.microprofile.reactive.messaging.Message;

/** Puts headers on the messages of one connector, and reads them; thread-safe. */
public interface HeaderCarrier {

    /** The name of the connector. */
    String connector();

    /**
     * Adds a header, or replaces it, beside all that the application has set.
     *
     * @return the message to send; the given one if it is one that cannot be added to
     */
    Message<?> put(Message<?> message, String name, String value);

    /** What a received message holds under the name; {@code null} if nothing. */
    Object get(Message<?> message, String name);

    /** When the client of the sender, or the broker, stamped a received message: milliseconds since the Unix epoch. */
    default OptionalLong timestampMillis(Message<?> message) {
        return OptionalLong.empty();
    }

    /** What a received message is made up of; {@code null} if it is one message, and no batch of them. */
    default List<? extends Message<?>> batched(Message<?> message) {
        return null;
    }
}
