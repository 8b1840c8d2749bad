package io.steptrace.waits.background;

import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.EventBus;

/** Begins work that other threads do. */
@Path("/background")
public class BackgroundResource {

    private final PostOffice office;
    private final EventBus bus;

    BackgroundResource(PostOffice office, EventBus bus) {
        this.office = office;
        this.bus = bus;
    }

    @GET
    @Path("/queued")
    public Uni<String> queued() throws InterruptedException {
        return office.sort();
    }

    @GET
    @Path("/task")
    public CompletionStage<String> task() {
        return office.send();
    }

    /** Answers before the letter is read. */
    @GET
    @Path("/letter")
    public void letter() {
        bus.send(Messenger.ADDRESS, "dear reader");
    }
}
