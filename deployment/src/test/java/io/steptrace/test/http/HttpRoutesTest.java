package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.ext.web.Router;

/** Routes of Vert.x, which Quarkus REST knows nothing of. */
class HttpRoutesTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Routes.class)
            .overrideConfigKey("quarkus.steptrace.http.path-params", "true");

    @Test
    void isNamedByTheRoute() {
        assertThat(get("/routes/7").body()).isEqualTo("route 7");
        SpanData root = root();
        assertThat(root.getName()).isEqualTo("http.server: GET /routes/:id");
        assertThat(attribute(root, "url.path.params.id")).isEqualTo("7");
        assertThat(attribute(root, "client.port")).isNotNull();
        assertThat(attribute(root, "network.protocol.version")).isEqualTo("1.1");
        assertThat(attribute(root, "http.target")).isEqualTo("/routes/7");
        assertThat(attribute(root, "job.queue")).isNull();
    }

    @Test
    void isErrorForABrokenRoute() {
        assertThat(get("/broken").statusCode()).isEqualTo(500);
        SpanData root = root();
        assertThat(root.getName()).isEqualTo("http.server: GET /broken");
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void isNotNamedByAPathThatMatchesNothing() {
        assertThat(get("/no/such/path/4711").statusCode()).isEqualTo(404);
        assertThat(root().getName()).startsWith("http.server: GET").doesNotContain("4711");
    }

    @ApplicationScoped
    public static class Routes {

        void register(@Observes Router router) {
            router.get("/routes/:id").handler(routing -> routing.end("route " + routing.pathParam("id")));
            router.get("/broken").handler(routing -> {
                throw new IllegalStateException("broken route");
            });
        }
    }
}
