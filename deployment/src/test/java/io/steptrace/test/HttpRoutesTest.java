package io.steptrace.test;

import static io.steptrace.test.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.ext.web.Router;

/** Routes of Vert.x, which Quarkus REST knows nothing of. */
class HttpRoutesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = HttpApplications.with(Routes.class)
            .overrideConfigKey("quarkus.steptrace.http.path-params", "true");

    @TestHTTPResource
    URI uri;

    @Inject
    FinishedSpans spans;

    @BeforeEach
    void forgetEarlierSpans() {
        spans.reset();
    }

    @Test
    void isNamedByTheRoute() {
        assertThat(HttpApplications.get(uri, "/routes/7").body()).isEqualTo("route 7");
        SpanData root = HttpApplications.root(spans);
        assertThat(root.getName()).isEqualTo("http.server: GET /routes/:id");
        assertThat(attribute(root, "url.path.params.id")).isEqualTo("7");
        assertThat(attribute(root, "client.port")).isNotNull();
        assertThat(attribute(root, "network.protocol.version")).isEqualTo("1.1");
        assertThat(attribute(root, "http.target")).isEqualTo("/routes/7");
        assertThat(attribute(root, "job.queue")).isNull();
    }

    @Test
    void isErrorForABrokenRoute() {
        assertThat(HttpApplications.get(uri, "/broken").statusCode()).isEqualTo(500);
        SpanData root = HttpApplications.root(spans);
        assertThat(root.getName()).isEqualTo("http.server: GET /broken");
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void isNotNamedByAPathThatMatchesNothing() {
        assertThat(HttpApplications.get(uri, "/no/such/path/4711").statusCode()).isEqualTo(404);
        assertThat(HttpApplications.root(spans).getName()).startsWith("http.server: GET").doesNotContain("4711");
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
