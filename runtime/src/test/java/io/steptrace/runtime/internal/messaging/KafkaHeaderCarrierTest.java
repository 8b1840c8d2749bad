package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
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

    private OutgoingKafkaRecordMetadata<?> sent(Message<?> message) {
        return carrier.put(message, "name", "value").getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
