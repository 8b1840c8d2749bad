package io.steptrace.runtime.internal.messaging;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Carries headers as those of Kafka's records, in UTF-8. A batch has many records and so no header. */
@Singleton
public class KafkaHeaderCarrier implements HeaderCarrier {

    /** Beyond what any header of ours has: a sender may choose as many as a record takes. */
    private static final int MAX_BYTES = 256;

    @Override
    public String connector() {
        return KafkaConnector.CONNECTOR_NAME;
    }

    @Override
    public Message<?> put(Message<?> message, String name, String value) {
        if (message.getPayload() instanceof ProducerRecord) {
            // sent as it is, without a look at metadata
            return message;
        }
        OutgoingKafkaRecordMetadata<?> given = message.getMetadata(OutgoingKafkaRecordMetadata.class)
                .orElseGet(() -> OutgoingKafkaRecordMetadata.builder().build());
        // a copy: the application may use one set of metadata for many messages
        Headers headers = given.getHeaders() == null ? new RecordHeaders() : new RecordHeaders(given.getHeaders());
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
        return message.addMetadata(OutgoingKafkaRecordMetadata.from(given).withHeaders(headers).build());
    }

    @Override
    public Object get(Message<?> message, String name) {
        IncomingKafkaRecordMetadata<?, ?> record = message.getMetadata(IncomingKafkaRecordMetadata.class).orElse(null);
        Header header = record == null ? null : record.getHeaders().lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null || value.length > MAX_BYTES ? null : new String(value, StandardCharsets.UTF_8);
    }
}
