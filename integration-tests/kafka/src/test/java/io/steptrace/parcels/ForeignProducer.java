package io.steptrace.parcels;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends parcels past the application, as the client of Kafka does that knows nothing of Steptrace. */
@Singleton
class ForeignProducer {

    private static final String HEADER = "steptrace-enqueued";

    private final KafkaProducer<String, String> client;

    ForeignProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        // what it is given in between goes together, when it is flushed
        client = new KafkaProducer<>(Map.of("bootstrap.servers", servers, "linger.ms", 60_000), new StringSerializer(),
                new StringSerializer());
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends parcels so that they arrive together, and awaits that the broker has them. */
    void send(Parcel... parcels) {
        for (Parcel parcel : parcels) {
            client.send(parcel.record);
        }
        client.flush();
    }

    /** A parcel on its way. */
    record Parcel(ProducerRecord<String, String> record) {

        static Parcel of(String way, String id) {
            return new Parcel(new ProducerRecord<>(way, 0, null, null, id));
        }

        /** With a timestamp that its producer has chosen. */
        static Parcel stamped(String way, String id, Instant instant) {
            return new Parcel(new ProducerRecord<>(way, 0, instant.toEpochMilli(), null, id));
        }

        Parcel enqueued(Instant instant) {
            return header(HEADER, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant)));
        }

        Parcel enqueued(String value) {
            return header(HEADER, value);
        }

        Parcel ofTrace(String traceId) {
            return header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
        }

        private Parcel header(String name, String value) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
            return this;
        }
    }
}
