package io.steptrace.runtime.internal.messaging;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.reactive.messaging.amqp.AmqpConnector;
import io.smallrye.reactive.messaging.amqp.IncomingAmqpMetadata;
import io.smallrye.reactive.messaging.amqp.OutgoingAmqpMetadata;
import io.vertx.core.json.JsonObject;

/** Carries headers as application properties of AMQP 1.0. */
@Singleton
public class AmqpHeaderCarrier implements HeaderCarrier {

    @Override
    public String connector() {
        return AmqpConnector.CONNECTOR_NAME;
    }

    @Override
    public Message<?> put(Message<?> message, String name, String value) {
        if (isAmqpMessage(message) || isAmqpMessage(message.getPayload())) {
            return message;
        }
        OutgoingAmqpMetadata given = message.getMetadata(OutgoingAmqpMetadata.class).orElseGet(OutgoingAmqpMetadata::new);
        // a copy: the application may use one set of metadata for many messages
        Map<String, Object> properties = new LinkedHashMap<>(given.getProperties().getMap());
        properties.put(name, value);
        return message.addMetadata(
                OutgoingAmqpMetadata.from(given).withApplicationProperties(new JsonObject(properties)).build());
    }

    @Override
    public Object get(Message<?> message, String name) {
        JsonObject properties = message.getMetadata(IncomingAmqpMetadata.class).map(IncomingAmqpMetadata::getProperties)
                .orElse(null);
        return properties == null ? null : properties.getValue(name);
    }

    /** The connector sends these as they are, without a look at metadata. */
    private static boolean isAmqpMessage(Object sent) {
        return sent instanceof io.smallrye.reactive.messaging.amqp.AmqpMessage
                || sent instanceof io.vertx.mutiny.amqp.AmqpMessage || sent instanceof io.vertx.amqp.AmqpMessage
                || sent instanceof org.apache.qpid.proton.message.Message;
    }
}
