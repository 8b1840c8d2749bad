package io.steptrace.parcels;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.steptrace.Step;

/** One consumer for each way to get records of Kafka, one at a time and in batches. */
@ApplicationScoped
public class ParcelConsumers {

    private final ParcelDesk desk;
    private final LaterDesk later;

    ParcelConsumers(ParcelDesk desk, LaterDesk later) {
        this.desk = desk;
        this.later = later;
    }

    @Incoming("blocking")
    @Blocking
    void consumeBlocking(String id) {
        desk.handle(id);
    }

    @Incoming("concurrent")
    @Blocking
    void consumeConcurrently(String id) {
        desk.handle(id);
    }

    @Incoming("event-loop")
    void consumeOnEventLoop(String id) {
        desk.handle(id);
    }

    @Incoming("reactive")
    Uni<Void> consumeReactively(String id) {
        return later.handle(id);
    }

    @Incoming("message")
    CompletionStage<Void> consumeMessage(Message<String> parcel) {
        desk.handle(parcel.getPayload());
        return parcel.ack();
    }

    @Incoming("itself")
    @Blocking
    @Step("deliver_parcel")
    void deliver(@SpanAttribute("parcel.ids") String id) {
    }

    @Incoming("list")
    void consumeList(List<String> ids) {
        desk.handle(String.join(" ", ids));
    }

    @Incoming("blocking-list")
    @Blocking
    void consumeListBlocking(List<String> ids) {
        desk.handle(String.join(" ", ids));
    }

    @Incoming("record-batch")
    CompletionStage<Void> consumeBatch(KafkaRecordBatch<String, String> parcels) {
        desk.handle(String.join(" ", parcels.getPayload()));
        return parcels.ack();
    }

    @Incoming("consumer-records")
    @Blocking
    void consumeRecords(ConsumerRecords<String, String> parcels) {
        desk.handle(String.join(" ",
                StreamSupport.stream(parcels.spliterator(), false).map(ConsumerRecord::value).toList()));
    }
}
