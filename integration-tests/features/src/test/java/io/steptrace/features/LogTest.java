package io.steptrace.features;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.features.chat.Guest;
import io.steptrace.test.Trace;

/** A line logged in a step or effect has the ids of its span, on any thread and at the end of any detour. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class LogTest extends TracedApplication {

    private final String id = "log-" + UUID.randomUUID();
    private final LoggedLines lines = LoggedLines.collecting();

    @AfterEach
    void listensNoMore() {
        lines.close();
    }

    @Test
    void logsWithinACallThatBlocks() {
        Trace trace = calls.get("/prices/" + id);
        lines.assertLoggedWithin(trace, id, "pricing.Quotes.quote", "pricing.PricingService.quote", "pricing.Tariffs.read");
    }

    @Test
    void logsWithinACallThatDoesNotBlock() {
        Trace trace = calls.get("/prices/" + id + "/reactive");
        lines.assertLoggedWithin(trace, id, "pricing.Quotes.ask", "pricing.PricingService.ask");
    }

    @Test
    void logsWithinAConsumerOnTheEventLoop() {
        Trace trace = calls.get("/items/" + id + "/price");
        lines.assertLoggedWithin(trace, id, "inventory.Repricing.ask", "inventory.PriceTags.price", "pricing.Quotes.ask",
                "pricing.PricingService.ask");
    }

    @Test
    void logsWithinASender() {
        Trace trace = calls.trace(request -> request.post("/items/" + id + "/repricing"));
        work.of("db.update item", "item.sku", id);
        lines.assertLoggedWithin(trace, "send " + id, "inventory.Repricing.send");
        lines.assertLoggedWithin(trace, "announced " + id, "inventory.Repricing.announce");
    }

    @Test
    void logsWithinAConsumerOnAWorkerThread() {
        given().post("/items/" + id + "/repricing").then().statusCode(204);
        Trace trace = work.of("db.update item", "item.sku", id);
        lines.assertLoggedWithin(trace, "reprice " + id, "inventory.PriceTags.reprice");
        lines.assertLoggedWithin(trace, "repriced " + id, "inventory.PriceTags.reprice");
        lines.assertLoggedWithin(trace, id + " is quoted", "pricing.Quotes.quote");
        lines.assertLoggedWithin(trace, "price of " + id, "inventory.Items.price");
    }

    @Test
    void logsWithinAMessage() throws Exception {
        try (Guest guest = Guest.in("/chat/log")) {
            assertThat(guest.hears()).isEqualTo("welcome");
            guest.say(id);
            assertThat(guest.hears()).isEqualTo(id);
        }
        Trace trace = work.of("step.handle_message", "chat.text", id);
        lines.assertLoggedWithin(trace, "answered: " + id, "chat.ChatRoom.handle");
        lines.assertLoggedWithin(trace, "moderated: " + id, "chat.Moderator.moderate");
    }
}
