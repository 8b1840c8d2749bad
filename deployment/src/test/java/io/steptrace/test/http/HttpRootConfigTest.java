package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** Every key of the HTTP root at the value it does not have by default. */
class HttpRootConfigTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class, Comments.class)
            .overrideConfigKey("quarkus.steptrace.http.span-name", "semconv")
            .overrideConfigKey("quarkus.steptrace.http.legacy-keys", "false")
            .overrideConfigKey("quarkus.steptrace.http.path-params", "true")
            .overrideConfigKey("quarkus.steptrace.http.dispatch", "false");

    @Test
    void isNamedAsTheConventionsHaveIt() {
        get("/posts/a%2Fb");
        assertThat(root().getName()).isEqualTo("GET /posts/{id}");
    }

    @Test
    void hasNoKeysOfOld() {
        get("/posts/7");
        assertThat(root().getAttributes().asMap().keySet()).extracting(Object::toString)
                .doesNotContain("http.method", "http.status_code", "http.host", "http.user_agent", "http.client_ip",
                        "http.scheme", "http.target", "net.host.name", "net.host.port");
    }

    @Test
    void showsPathParametersAsTheyStandInTheUri() {
        assertThat(get("/posts/a%20b").body()).isEqualTo("post a b");
        assertThat(attribute(root(), "url.path.params.id")).isEqualTo("a%20b");
    }

    @Test
    void showsThePathParametersOfLocatorsToo() {
        assertThat(get("/posts/7/comments/8").body()).isEqualTo("comment 8 of 7");
        SpanData root = root();
        assertThat(attribute(root, "url.path.params.id")).isEqualTo("7");
        assertThat(attribute(root, "url.path.params.comment")).isEqualTo("8");
    }

    @Test
    void hasNoJob() {
        get("/posts/7");
        SpanData root = root();
        assertThat(root.getAttributes().asMap().keySet()).noneMatch(key -> key.getKey().startsWith("job."));
        assertThat(root.getEvents()).isEmpty();
    }

    @Path("/posts")
    public static class Posts {

        @GET
        @Path("/{id}")
        public String get(@PathParam("id") String id) {
            return "post " + id;
        }

        @Path("/{id}/comments")
        public Comments comments(@PathParam("id") String id) {
            return new Comments(id);
        }
    }

    public static class Comments {

        private final String post;

        public Comments(String post) {
            this.post = post;
        }

        @GET
        @Path("/{comment}")
        public String get(@PathParam("comment") String comment) {
            return "comment " + comment + " of " + post;
        }
    }
}
