package io.steptrace.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** WebSockets and the event bus. */
@QuarkusTest
class ChatTest extends TracedApplication {

    @Test
    void showsAMessage() throws Exception {
        String text = text();
        try (Guest guest = Guest.in("/chat/kitchen")) {
            assertThat(guest.hears()).isEqualTo("welcome");
            guest.say(text);
            assertThat(guest.hears()).isEqualTo(text);
        }
        Outline.assertShows(work.of("db.put chat_line", "chat.text", text), """
                step.handle_message
                  CLIENT messaging.request moderate
                    PRODUCER moderate publish
                      CONSUMER moderate receive
                        step.moderate_message
                          CLIENT compute.mask words
                  CLIENT messaging.send archive
                    PRODUCER archive publish
                      CONSUMER archive receive
                        step.archive_message
                          CLIENT db.put chat_line
                """);
    }

    @Test
    void showsAMessageWithoutAStep() throws Exception {
        String text = text();
        try (Guest guest = Guest.in("/plain/kitchen")) {
            guest.say(text);
            assertThat(guest.hears()).isEqualTo(text);
        }
        Outline.assertShows(work.of("db.put chat_line", "chat.text", text), """
                """);
    }

    @Test
    void showsAMessageOnTheEventLoop() throws Exception {
        String text = text();
        try (Guest guest = Guest.in("/live/kitchen")) {
            guest.say(text);
            assertThat(guest.hears()).isEqualTo(text);
        }
        Outline.assertShows(work.of("step.handle_live_message", "chat.text", text), """
                step.handle_live_message
                  CLIENT messaging.request moderate
                    PRODUCER moderate publish
                      CONSUMER moderate receive
                        step.moderate_message
                          CLIENT compute.mask words
                """);
    }

    @Test
    void showsAQuestionToTheInventory() throws Exception {
        try (Guest guest = Guest.in("/chat/kitchen")) {
            assertThat(guest.hears()).isEqualTo("welcome");
            guest.say("/stock bolt");
            assertThat(guest.hears()).isEqualTo("100 x Bolt M8");
        }
        Outline.assertShows(work.of("step.handle_message", "chat.text", "/stock bolt"), """
                step.handle_message
                  CLIENT http.get item
                    CLIENT GET /items/{sku}
                      SERVER http.server: GET /items/{sku}
                        CLIENT db.get item
                """);
    }

    private static String text() {
        return "hello " + UUID.randomUUID();
    }
}
