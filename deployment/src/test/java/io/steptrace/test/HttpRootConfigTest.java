package io.steptrace.test;

import static io.steptrace.test.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

/** Every key of the HTTP root at the value it does not have by default. */
class HttpRootConfigTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = HttpApplications.with(Posts.class, Comments.class)
            .overrideConfigKey("quarkus.steptrace.http.span-name", "semconv")
            .overrideConfigKey("quarkus.steptrace.http.legacy-keys", "false")
            .overrideConfigKey("quarkus.steptrace.http.path-params", "true")
            .overrideConfigKey("quarkus.steptrace.http.dispatch", "false");

    @TestHTTPResource
    URI uri;

    @Inject
    FinishedSpans spans;

    @BeforeEach
    void forgetEarlierSpans() {
        spans.reset();
    }

    @Test
    void isNamedAsTheConventionsHaveIt() {
        HttpApplications.get(uri, "/posts/a%2Fb");
        assertThat(HttpApplications.root(spans).getName()).isEqualTo("GET /posts/{id}");
    }

    @Test
    void hasNoKeysOfOld() {
        HttpApplications.get(uri, "/posts/7");
        assertThat(HttpApplications.root(spans).getAttributes().asMap().keySet()).extracting(Object::toString)
                .doesNotContain("http.method", "http.status_code", "http.host", "http.user_agent", "http.client_ip",
                        "http.scheme", "http.target", "net.host.name", "net.host.port");
    }

    @Test
    void showsPathParametersAsTheyStandInTheUri() {
        assertThat(HttpApplications.get(uri, "/posts/a%20b").body()).isEqualTo("post a b");
        assertThat(attribute(HttpApplications.root(spans), "url.path.params.id")).isEqualTo("a%20b");
    }

    @Test
    void showsThePathParametersOfLocatorsToo() {
        assertThat(HttpApplications.get(uri, "/posts/7/comments/8").body()).isEqualTo("comment 8 of 7");
        SpanData root = HttpApplications.root(spans);
        assertThat(attribute(root, "url.path.params.id")).isEqualTo("7");
        assertThat(attribute(root, "url.path.params.comment")).isEqualTo("8");
    }

    @Test
    void hasNoJob() {
        HttpApplications.get(uri, "/posts/7");
        SpanData root = HttpApplications.root(spans);
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
