package io.steptrace.runtime.internal.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Carries headers as those of Kafka's records, in UTF-8. A batch has those of its records. */
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

    /** That of the producer's client, unless the topic has that of the broker. */
    @Override
    public OptionalLong timestampMillis(Message<?> message) {
        IncomingKafkaRecordMetadata<?, ?> record = message.getMetadata(IncomingKafkaRecordMetadata.class).orElse(null);
        return record == null || record.getTimestampType() == TimestampType.NO_TIMESTAMP_TYPE
                ? OptionalLong.empty()
                : OptionalLong.of(record.getRecord().timestamp());
    }

    @Override
    public List<Message<?>> batched(Message<?> message) {
        IncomingKafkaRecordBatchMetadata<?, ?> batch = message.getMetadata(IncomingKafkaRecordBatchMetadata.class)
                .orElse(null);
        return batch == null ? null : batch.getBatchedMessages();
    }
}
