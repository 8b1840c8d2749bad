package io.steptrace.parcels;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Takes parcels, and answers when the broker has them. */
@Path("parcels")
public class ParcelsResource {

    private final Emitter<String> parcels;

    ParcelsResource(@Channel("parcels") Emitter<String> parcels) {
        this.parcels = parcels;
    }

    @POST
    @Path("{way}/{id}")
    public CompletionStage<Void> send(String way, String id) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        parcels.send(Message.of(id, () -> {
            sent.complete(null);
            return CompletableFuture.completedFuture(null);
        }, failure -> {
            sent.completeExceptionally(failure);
            return CompletableFuture.completedFuture(null);
        }).addMetadata(OutgoingKafkaRecordMetadata.builder().withTopic(way).withKey(id).build()));
        return sent;
    }
}
