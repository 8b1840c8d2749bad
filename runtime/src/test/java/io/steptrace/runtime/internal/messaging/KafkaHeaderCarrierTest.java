package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

class KafkaHeaderCarrierTest {

    private static final RecordHeader OWN = new RecordHeader("own", bytes("1"));
    private static final RecordHeader HEADER = new RecordHeader("name", bytes("value"));

    private final KafkaHeaderCarrier carrier = new KafkaHeaderCarrier();

    @Test
    void addsTheHeaderToAMessageWithoutMetadata() {
        OutgoingKafkaRecordMetadata<?> sent = sent(Message.of("payload"));
        assertThat(sent.getHeaders()).containsExactly(HEADER);
        assertThat(sent.getKey()).isNull();
        assertThat(sent.getTopic()).isNull();
        assertThat(sent.getPartition()).isEqualTo(-1);
    }

    @Test
    void keepsWhatTheApplicationHasSet() {
        OutgoingKafkaRecordMetadata<String> given = OutgoingKafkaRecordMetadata.<String> builder().withTopic("topic")
                .withKey("key").withPartition(3).withTimestamp(Instant.EPOCH).withHeaders(List.of(OWN)).build();
        OutgoingKafkaRecordMetadata<?> sent = sent(Message.of("payload").addMetadata(given));

        assertThat(sent).usingRecursiveComparison().ignoringFields("headers").isEqualTo(given);
        assertThat(sent.getHeaders()).containsExactly(OWN, HEADER);
        assertThat(given.getHeaders()).containsExactly(OWN);
    }

    @Test
    void replacesAHeaderThatHasBeenForwarded() {
        Headers forwarded = new RecordHeaders(List.of(new RecordHeader("name", bytes("old"))));
        assertThat(sent(Message.of("payload")
                .addMetadata(OutgoingKafkaRecordMetadata.builder().withHeaders(forwarded).build())).getHeaders())
                .containsExactly(HEADER);
    }

    @Test
    void leavesARecordOfTheClientAsItIs() {
        Message<?> message = Message.of(new ProducerRecord<>("topic", "payload"));
        assertThat((Object) carrier.put(message, "name", "value")).isSameAs(message);
    }

    @Test
    void readsTheHeader() {
        ConsumerRecord<String, String> record = new ConsumerRecord<>("topic", 0, 0, "key", "payload");
        record.headers().add(HEADER).add("empty", null);
        Message<?> message = Message.of("payload").addMetadata(new IncomingKafkaRecordMetadata<>(record, "channel"));

        assertThat(carrier.get(message, "name")).isEqualTo("value");
        assertThat(carrier.get(message, "empty")).isNull();
        assertThat(carrier.get(message, "other")).isNull();
        assertThat(carrier.get(Message.of("payload"), "name")).isNull();
    }

    @Test
    void takesTheLastOfManyHeaders() {
        ConsumerRecord<String, String> record = new ConsumerRecord<>("topic", 0, 0, "key", "payload");
        record.headers().add("name", bytes("forged")).add(HEADER);
        assertThat(carrier.get(Message.of("payload").addMetadata(new IncomingKafkaRecordMetadata<>(record, "channel")), "name"))
                .isEqualTo("value");
    }

    @Test
    void readsNoHeaderOfTheLengthOfARecord() {
        ConsumerRecord<String, String> record = new ConsumerRecord<>("topic", 0, 0, "key", "payload");
        record.headers().add("name", new byte[1 << 20]);
        assertThat(carrier.get(Message.of("payload").addMetadata(new IncomingKafkaRecordMetadata<>(record, "channel")), "name"))
                .isNull();
    }

    @Test
    void readsTheTimestamp() {
        assertThat(carrier.timestampMillis(stamped(TimestampType.CREATE_TIME))).hasValue(1_772_009_220_123L);
        assertThat(carrier.timestampMillis(stamped(TimestampType.LOG_APPEND_TIME))).hasValue(1_772_009_220_123L);
        assertThat(carrier.timestampMillis(stamped(TimestampType.NO_TIMESTAMP_TYPE))).isEmpty();
        assertThat(carrier.timestampMillis(Message.of("payload"))).isEmpty();
    }

    @Test
    void takesASingleRecordForNoBatch() {
        assertThat(carrier.batched(stamped(TimestampType.CREATE_TIME))).isNull();
    }

    private static Message<?> stamped(TimestampType type) {
        ConsumerRecord<String, String> record = new ConsumerRecord<>("topic", 0, 0, 1_772_009_220_123L, type, 0, 0, "key",
                "payload", new RecordHeaders(), Optional.empty());
        return Message.of("payload").addMetadata(new IncomingKafkaRecordMetadata<>(record, "channel"));
    }

    private OutgoingKafkaRecordMetadata<?> sent(Message<?> message) {
        return carrier.put(message, "name", "value").getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
