package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class HttpRootTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class);

    @Test
    void isNamedByMethodAndRoute() {
        assertThat(get("/posts/7?full=yes").body()).isEqualTo("post 7");
        assertThat(root().getName()).isEqualTo("http.server: GET /posts/{id}");
    }

    @Test
    void hasAllStableAttributes() {
        get("/posts/7?full=yes");
        SpanData root = root();
        assertThat(attributes(root)).containsAllEntriesOf(Map.ofEntries(
                Map.entry("http.request.method", "GET"),
                Map.entry("http.response.status_code", 200L),
                Map.entry("http.route", "/posts/{id}"),
                Map.entry("url.scheme", "http"),
                Map.entry("url.path", "/posts/7"),
                Map.entry("url.query", "full=yes"),
                Map.entry("server.address", uri.getHost()),
                Map.entry("server.port", (long) uri.getPort()),
                Map.entry("client.address", "127.0.0.1"),
                Map.entry("network.transport", "tcp"),
                Map.entry("network.protocol.version", "1.1"),
                Map.entry("user_agent.original", "test")));
        assertThat((Long) attribute(root, "client.port")).isPositive().isNotEqualTo((long) uri.getPort());
    }

    @Test
    void hasTheLegacyTwinsByDefault() {
        get("/posts/7?full=yes");
        assertThat(attributes(root())).containsAllEntriesOf(Map.of(
                "http.method", "GET",
                "http.status_code", 200L,
                "http.host", uri.getHost() + ":" + uri.getPort(),
                "http.user_agent", "test",
                "http.client_ip", "127.0.0.1",
                "http.scheme", "http",
                "http.target", "/posts/7?full=yes",
                "net.host.name", uri.getHost(),
                "net.host.port", (long) uri.getPort()));
    }

    @Test
    void keepsPathParametersToItselfByDefault() {
        get("/posts/7");
        assertThat(attributes(root()).keySet()).noneMatch(key -> key.startsWith("url.path.params"));
    }

    @Test
    void isNotNamedByAPathThatMatchesNothing() {
        assertThat(get("/no/such/path/4711").statusCode()).isEqualTo(404);
        SpanData root = root();
        assertThat(root.getName()).startsWith("http.server: GET").doesNotContain("such").doesNotContain("4711");
        assertThat(attribute(root, "job.queue")).isNull();
    }

    @Test
    void isNotNamedByAMethodNobodyKnows() {
        send("BREW", "/posts/7");
        SpanData root = root();
        assertThat(root.getName()).startsWith("http.server: HTTP").doesNotContain("BREW");
        assertThat(attribute(root, "http.method")).isEqualTo("BREW");
    }

    @Test
    void takesThePortOfTheClientOnlyFromTheClient() {
        getThroughProxy("/posts/7", "192.0.2.1");
        SpanData root = root();
        assertThat(attribute(root, "client.address")).isEqualTo("192.0.2.1");
        assertThat(attribute(root, "client.port")).isNull();
    }

    @Test
    void takesThePortOfTheClientOnlyFromTheClientOnTheHostOfTheProxy() {
        getThroughProxy("/posts/7", "127.0.0.1");
        assertThat(attribute(root(), "client.port")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "reactive", "failing", "stream" })
    void keepsTheNameTheApplicationGives(String way) {
        get("/posts/named/" + way);
        SpanData root = root();
        assertThat(root.getName()).isEqualTo("GET the post of the day");
        assertThat(attribute(root, "http.route")).isEqualTo("/posts/named/" + way);
    }

    private static Map<String, Object> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
    }

    @Path("/posts")
    public static class Posts {

        private static final String NAME = "GET the post of the day";

        @GET
        @Path("/{id}")
        public String get(@PathParam("id") int id) {
            return "post " + id;
        }

        @GET
        @Path("/named/blocking")
        public String blocking() {
            Span.current().updateName(NAME);
            return "named";
        }

        @GET
        @Path("/named/reactive")
        public Uni<String> reactive() {
            return Uni.createFrom().item("named").invoke(item -> Span.current().updateName(NAME));
        }

        @GET
        @Path("/named/failing")
        public String failing() {
            Span.current().updateName(NAME);
            throw new IllegalStateException("named");
        }

        @GET
        @Path("/named/stream")
        public Multi<String> stream() {
            Span.current().updateName(NAME);
            return Multi.createFrom().items("named", "streamed");
        }
    }
}
