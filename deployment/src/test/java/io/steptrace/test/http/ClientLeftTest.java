package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.exceptions;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestMulti;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.console.SpanSummary;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** A client that leaves is no failure of the server; an answer that breaks off is one. */
class ClientLeftTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Streams.class, StreamSource.class);

    @Inject
    StreamSource source;

    @BeforeEach
    void startOver() {
        source.startOver();
    }

    @AfterEach
    void openTheGate() {
        source.open();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/streams/events", "/streams/chunks", "/streams/events-of-step" })
    void aStreamThatItsClientLeavesIsUnset(String path) throws IOException {
        leave(path, "data-1");

        SpanData root = root();
        assertLeft(root);
        assertThat(attribute(root, "error.type")).isNull();
        assertThat(attribute(root, "http.response.status_code")).isEqualTo(200L);
        if (path.endsWith("step")) {
            assertThat(attribute(spans.await("step.ticks"), "step.outcome")).isEqualTo("cancelled");
        }
        assertThat(exceptions(spans.soFar())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/streams/blocking", "/streams/pending" })
    void aRequestThatItsClientDoesNotWaitForIsUnset(String path) throws IOException {
        leave(path, null);

        SpanData root = root();
        assertLeft(root);
        assertThat(attribute(root, "error.type")).isEqualTo("client_left");
        assertThat(attribute(root, "http.response.status_code")).isNull();
        assertThat(SpanSummary.of(root, List.of(), null)).contains("client left");
        assertThat(exceptions(spans.soFar())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/streams/broken", "/streams/broken-step" })
    void anAnswerThatBreaksOffHasItsCauseOnOneSpan(String path) throws IOException {
        try (Socket client = ask(path)) {
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).contains("data-1");
        }
        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(root, "error.origin")).isEqualTo("system");
        assertThat(attribute(root, "error.message")).isEqualTo("broken off");
        assertThat(attribute(root, "error.type")).isEqualTo(IllegalStateException.class.getName());
        assertThat(exceptions(spans.soFar())).hasSize(1);
    }

    @Test
    void aStreamOfAnotherKindThatBreaksOffIsNotTakenForAClientThatLeft() throws IOException {
        try (Socket client = ask("/streams/rest-multi")) {
            client.getInputStream().readAllBytes();
        }
        assertThat(root().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aStreamThatEndsIsAnswered() {
        source.open();
        assertThat(get("/streams/complete").statusCode()).isEqualTo(200);
        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attribute(root, "http.response.status_code")).isEqualTo(200L);
    }

    private static void assertLeft(SpanData root) {
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attribute(root, "error.origin")).isNull();
    }

    /** Asks, waits until the request is being worked on or this much has been answered, and closes the connection. */
    private void leave(String path, String answered) throws IOException {
        try (Socket client = ask(path)) {
            if (answered == null) {
                source.awaitRequest();
                return;
            }
            StringBuilder seen = new StringBuilder();
            while (seen.indexOf(answered) < 0) {
                seen.append((char) client.getInputStream().read());
            }
        }
    }

    private Socket ask(String path) throws IOException {
        Socket client = new Socket(uri.getHost(), uri.getPort());
        client.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    @Path("/streams")
    public static class Streams {

        @Inject
        StreamSource source;

        @GET
        @Path("/events")
        @Produces(MediaType.SERVER_SENT_EVENTS)
        public Multi<String> events() {
            return source.endless();
        }

        @GET
        @Path("/events-of-step")
        @Produces(MediaType.SERVER_SENT_EVENTS)
        public Multi<String> eventsOfStep() {
            return source.ticks();
        }

        @GET
        @Path("/chunks")
        @Produces(MediaType.TEXT_PLAIN)
        public Multi<String> chunks() {
            return source.endless();
        }

        @GET
        @Path("/complete")
        public Multi<String> complete() {
            return Multi.createFrom().items("data-1", "data-2");
        }

        @GET
        @Path("/broken")
        @Produces(MediaType.SERVER_SENT_EVENTS)
        public Multi<String> broken() {
            return source.broken();
        }

        @GET
        @Path("/rest-multi")
        public RestMulti<String> restMulti() {
            return RestMulti.fromMultiData(source.broken()).build();
        }

        @GET
        @Path("/broken-step")
        @Produces(MediaType.SERVER_SENT_EVENTS)
        public Multi<String> brokenStep() {
            return source.brokenStep();
        }

        @GET
        @Path("/blocking")
        public String blocking() throws InterruptedException {
            source.pass();
            return "unread";
        }

        @GET
        @Path("/pending")
        public Uni<String> pending() {
            return Uni.createFrom().emitter(emitter -> source.request());
        }
    }
}
