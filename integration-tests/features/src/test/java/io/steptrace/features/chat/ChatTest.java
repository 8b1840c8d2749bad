package io.steptrace.features.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.features.Outline;
import io.steptrace.features.QuietTraces;
import io.steptrace.features.TracedApplication;

/** WebSockets and the event bus. */
@QuarkusTest
@TestProfile(QuietTraces.class)
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
            assertThat(guest.hears()).isEqualTo("welcome");
            guest.say(text);
            assertThat(guest.hears()).isEqualTo(text);
        }
        Outline.assertShows(work.of("db.put chat_line", "chat.text", text), """
                plain.handle_message
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

    @Test
    void showsAQuestionThatHasNoAnswer() throws Exception {
        try (Guest guest = Guest.in("/chat/kitchen")) {
            assertThat(guest.hears()).isEqualTo("welcome");
            guest.say("/stock nothing");
            Outline.assertShows(work.of("step.handle_message", "chat.text", "/stock nothing"), """
                    step.handle_message [ERROR]
                      CLIENT http.get item [ERROR] ! ClientWebApplicationException
                        CLIENT GET /items/{sku}
                          SERVER http.server: GET /items/{sku}
                            CLIENT db.get item
                    """);
        }
    }

    @Test
    void showsANewGuest() throws Exception {
        try (Guest guest = Guest.in("/chat/cellar")) {
            assertThat(guest.hears()).isEqualTo("welcome");
        }
        Outline.assertShows(work.of("step.welcome_guest"), """
                step.welcome_guest
                """);
    }

    @Test
    void showsANewGuestWithoutAStep() throws Exception {
        try (Guest guest = Guest.in("/plain/cellar")) {
            assertThat(guest.hears()).isEqualTo("welcome");
        }
        Outline.assertShows(work.of("plain.welcome_guest"), """
                plain.welcome_guest
                """);
    }

    @Test
    void showsAStreamOfAnswers() throws Exception {
        try (Guest guest = Guest.in("/ticker")) {
            guest.say("2");
            assertThat(guest.hears()).isEqualTo("2");
            assertThat(guest.hears()).isEqualTo("2");
            Outline.assertShows(work.of("step.count_up", "chat.text", "2"), """
                    step.count_up
                      CLIENT messaging.request moderate
                        PRODUCER moderate publish
                          CONSUMER moderate receive
                            step.moderate_message
                              CLIENT compute.mask words
                      CLIENT messaging.request moderate
                        PRODUCER moderate publish
                          CONSUMER moderate receive
                            step.moderate_message
                              CLIENT compute.mask words
                    """);
        }
    }

    @Test
    void endsAStreamOfAnswersWithItsGuest() throws Exception {
        try (Guest guest = Guest.in("/ticker")) {
            guest.say("forever");
            assertThat(guest.hears()).isEqualTo("forever");
        }
        SpanData step = work.of("step.count_up", "chat.text", "forever").only("step.count_up");
        assertThat(step.getAttributes().get(AttributeKey.stringKey("step.outcome"))).isEqualTo("cancelled");
        assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    private static String text() {
        return "hello " + UUID.randomUUID();
    }
}
