package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

import io.smallrye.reactive.messaging.amqp.IncomingAmqpMetadata;
import io.smallrye.reactive.messaging.amqp.OutgoingAmqpMetadata;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.json.JsonObject;

class AmqpHeaderCarrierTest {

    private final AmqpHeaderCarrier carrier = new AmqpHeaderCarrier();

    @Test
    void addsTheHeaderToAMessageWithoutMetadata() {
        assertThat(sent(Message.of("payload")).getProperties()).isEqualTo(JsonObject.of("name", "value"));
    }

    @Test
    void keepsWhatTheApplicationHasSet() {
        OutgoingAmqpMetadata given = OutgoingAmqpMetadata.builder().withAddress("address").withDurable(true)
                .withPriority((short) 7).withTtl(1000).withSubject("subject").withCorrelationId("correlation")
                .withMessageId("id").withGroupId("group").withApplicationProperty("own", 1).build();
        OutgoingAmqpMetadata sent = sent(Message.of("payload").addMetadata(given));

        // an absent group sequence is read as 0, and written as 0 by the connector in any case
        assertThat(sent).usingRecursiveComparison()
                .ignoringFields("message._applicationProperties", "message._properties._groupSequence").isEqualTo(given);
        assertThat(sent.getGroupSequence()).isEqualTo(given.getGroupSequence());
        assertThat(sent.getProperties()).isEqualTo(JsonObject.of("own", 1, "name", "value"));
    }

    @Test
    void leavesMetadataThatIsSharedAsItIs() {
        OutgoingAmqpMetadata shared = OutgoingAmqpMetadata.builder()
                .withApplicationProperties(new JsonObject(Map.of("own", 1))).build();
        sent(Message.of("payload").addMetadata(shared));
        assertThat(shared.getProperties()).isEqualTo(JsonObject.of("own", 1));
    }

    @Test
    void leavesAMessageOfTheProtocolAsItIs() {
        Message<?> message = Message.of(AmqpMessage.create().withBody("payload").build());
        assertThat((Object) carrier.put(message, "name", "value")).isSameAs(message);
    }

    @Test
    void readsTheHeader() {
        Message<?> message = received(JsonObject.of("name", "value"));
        assertThat(carrier.get(message, "name")).isEqualTo("value");
        assertThat(carrier.get(message, "other")).isNull();
    }

    @Test
    void readsNothingWhereThereIsNothing() {
        assertThat(carrier.get(received(null), "name")).isNull();
        assertThat(carrier.get(Message.of("payload"), "name")).isNull();
    }

    private OutgoingAmqpMetadata sent(Message<?> message) {
        return carrier.put(message, "name", "value").getMetadata(OutgoingAmqpMetadata.class).orElseThrow();
    }

    private static Message<?> received(JsonObject properties) {
        var message = AmqpMessage.create().withBody("payload");
        if (properties != null) {
            message.applicationProperties(properties);
        }
        return Message.of("payload").addMetadata(new IncomingAmqpMetadata(message.build()));
    }
}
