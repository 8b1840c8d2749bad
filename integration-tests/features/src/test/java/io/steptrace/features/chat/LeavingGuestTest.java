package io.steptrace.features.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.websockets.next.OpenConnections;
import io.steptrace.features.Outline;
import io.steptrace.features.QuietTraces;
import io.steptrace.features.TracedApplication;

/** A guest who leaves takes nothing away from the work on their message. */
@QuarkusTest
@TestProfile(QuietTraces.class)
class LeavingGuestTest extends TracedApplication {

    @Inject
    OpenConnections connections;

    @Test
    void showsAMessageWhoseGuestDoesNotWait() throws Exception {
        Guest guest = Guest.in("/slow");
        guest.say("bye");
        assertThat(SlowRoom.WORKING.await(20, TimeUnit.SECONDS)).isTrue();
        guest.close();
        await().until(() -> connections.stream().noneMatch(connection -> connection.handshakeRequest().path().equals("/slow")));
        SlowRoom.GUEST_LEFT.countDown();
        Outline.assertShows(work.of("step.handle_slow_message"), """
                step.handle_slow_message
                  CLIENT cache.get tariff
                  CLIENT cache.get tariff
                """);
    }
}
