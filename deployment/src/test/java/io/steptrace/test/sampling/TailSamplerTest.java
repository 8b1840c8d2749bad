package io.steptrace.test.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class TailSamplerTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class, Work.class)
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "0")
            // what the first requests wait for on a busy machine is worth keeping, and nobody has marked it
            .overrideConfigKey("quarkus.steptrace.detect.waits", "false")
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0,tail:error|effect|park|slow(2s)");

    @Test
    void keepsWholeTracesThatAreWorthItAndNothingElse() {
        for (int i = 0; i < 50; i++) {
            assertThat(get("/posts").body()).as("what a caller sees").endsWith("-00");
        }
        get("/posts/broken");
        get("/posts/missing");
        get("/posts/locked");
        get("/posts/slow");

        List<SpanData> kept = roots(4);
        spans.flush();

        assertThat(kept).extracting(SpanData::getName).containsExactly("http.server: GET /posts/broken",
                "http.server: GET /posts/missing", "http.server: GET /posts/locked", "http.server: GET /posts/slow");
        assertThat(kept).extracting(root -> FinishedSpans.attribute(root, "steptrace.sampling.reason"))
                .containsExactly("error", "effect", "park", "slow");
        assertThat(spans.soFar()).allMatch(span -> span.getSpanContext().isSampled());
        kept.forEach(root -> assertThat(spans.soFar()).as("the whole trace of %s", root.getName())
                .filteredOn(span -> span.getTraceId().equals(root.getTraceId())).hasSizeGreaterThanOrEqualTo(2)
                .filteredOn(span -> FinishedSpans.attribute(span, "steptrace.sampling.reason") != null)
                .as("which says why in its root alone").containsExactly(root));
        assertThat(spans.soFar()).extracting(SpanData::getTraceId).containsOnlyElementsOf(
                kept.stream().map(SpanData::getTraceId).toList());
    }

    @Path("/posts")
    public static class Posts {

        @Inject
        Work work;

        @GET
        public String list() {
            work.list();
            Span current = Span.current();
            return current.getSpanContext().getTraceId() + "-" + current.getSpanContext().getTraceFlags().asHex();
        }

        @GET
        @Path("/broken")
        public String broken() {
            work.list();
            throw new IllegalStateException("broken");
        }

        @GET
        @Path("/missing")
        public String missing() {
            try {
                return work.missing();
            } catch (NoSuchPost e) {
                return "none";
            }
        }

        @GET
        @Path("/locked")
        public String locked() {
            return work.locked();
        }

        @GET
        @Path("/slow")
        public Uni<String> slow() {
            work.list();
            return Uni.createFrom().item("late").onItem().delayIt().by(Duration.ofMillis(2050));
        }
    }

    @ApplicationScoped
    public static class Work {

        @Effect("db.list post")
        String list() {
            return "posts";
        }

        @Effect("db.get post")
        String missing() throws NoSuchPost {
            throw new NoSuchPost();
        }

        @Step
        String locked() {
            try (Parking.Parked parked = Parking.park(ParkCause.LOCK)) {
                return "unlocked";
            }
        }
    }

    public static class NoSuchPost extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
