package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class HttpRootErrorTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class, Store.class, SoldOut.class);

    @Test
    void isUnsetAndWithoutStackTraceForA404InARoute() {
        SpanData root = rootOf("/posts/missing", 404);
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attribute(root, "error.origin")).isEqualTo("application");
        assertThat(attribute(root, "error.type")).isEqualTo(NotFoundException.class.getName());
        assertThat(exceptions(spans.soFar())).isEmpty();
    }

    @Test
    void isErrorWithOneStackTraceForA500OutsideOfAnyStep() {
        SpanData root = rootOf("/posts/broken", 500);
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(root, "error.origin")).isEqualTo("system");
        assertThat(attribute(root, "error.message")).isEqualTo("broken endpoint");
        assertThat(attribute(root, "error.type")).isEqualTo("500");
        assertThat(exceptions(List.of(root))).hasSize(1);
    }

    @Test
    void leavesTheStackTraceToTheStepItBubbledThrough() {
        SpanData root = rootOf("/posts/broken-step", 500);
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(root, "error.message")).isEqualTo("broken store");
        assertThat(exceptions(List.of(root))).isEmpty();
        assertThat(exceptions(spans.soFar())).hasSize(1);
    }

    @Test
    void recordsAFailedUniOnce() {
        SpanData root = rootOf("/posts/broken-uni", 500);
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(exceptions(spans.soFar())).hasSize(1);
    }

    @Test
    void knowsFromTheStepThatItDeclaresTheError() {
        SpanData root = rootOf("/posts/sold-out", 409);
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attribute(root, "error.origin")).isEqualTo("application");
        assertThat(exceptions(spans.soFar())).isEmpty();
    }

    @Test
    void endsWellWhenTheParametersCannotBeRead() {
        SpanData root = rootOf("/posts/by-number/seven", 404);
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(exceptions(spans.soFar())).isEmpty();
        assertHandOverAddsUp(root, spans.soFar());
    }

    private SpanData rootOf(String path, int status) {
        assertThat(get(path).statusCode()).isEqualTo(status);
        return root();
    }

    private static List<String> exceptions(List<SpanData> all) {
        return all.stream().flatMap(span -> FinishedSpans.eventNames(span).stream()).filter("exception"::equals).toList();
    }

    @Path("/posts")
    public static class Posts {

        @Inject
        Store store;

        @GET
        @Path("/missing")
        public String missing() {
            throw new NotFoundException();
        }

        @GET
        @Path("/broken")
        public String broken() {
            throw new IllegalStateException("broken endpoint");
        }

        @GET
        @Path("/broken-step")
        public String brokenStep() {
            return store.broken();
        }

        @GET
        @Path("/broken-uni")
        public Uni<String> brokenUni() {
            return store.brokenUni();
        }

        @GET
        @Path("/sold-out")
        public String soldOut() throws SoldOut {
            return store.soldOut();
        }

        @GET
        @Path("/by-number/{number}")
        public String byNumber(@PathParam("number") int number) {
            return "post " + number;
        }

        @ServerExceptionMapper
        public jakarta.ws.rs.core.Response map(SoldOut soldOut) {
            return jakarta.ws.rs.core.Response.status(409).build();
        }
    }

    @ApplicationScoped
    public static class Store {

        @Step
        String broken() {
            throw new IllegalStateException("broken store");
        }

        @Step
        Uni<String> brokenUni() {
            return Uni.createFrom().failure(new IllegalStateException("broken store"));
        }

        @Step
        String soldOut() throws SoldOut {
            throw new SoldOut();
        }
    }

    public static class SoldOut extends Exception {
    }
}
