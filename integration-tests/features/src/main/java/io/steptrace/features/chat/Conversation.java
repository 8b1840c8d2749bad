package io.steptrace.features.chat;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.core.eventbus.Message;

/** What is said goes over the event bus: to the moderator, who answers, and to the archive, which does not. */
@ApplicationScoped
public class Conversation {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventBus bus;

    Conversation(EventBus bus) {
        this.bus = bus;
    }

    /** What the moderator left of it. */
    public String say(String text) {
        String moderated = moderated(text).await().atMost(PATIENCE);
        archive(moderated);
        return moderated;
    }

    @Effect("messaging.request moderate")
    public Uni<String> moderated(String text) {
        return bus.<String> request("moderate", text).map(Message::body);
    }

    @Effect("messaging.send archive")
    void archive(String text) {
        bus.send("archive", text);
    }
}
