package io.steptrace.test;

import static io.steptrace.test.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class HttpSwitchesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(HttpApplication.class, HttpApplication.Posts.class,
                    HttpApplication.Steps.class, HttpApplication.Gate.class, HttpApplication.Routes.class, HttpCalls.class,
                    FinishedSpans.class, FinishedSpans.Exporter.class))
            .overrideConfigKey(FinishedSpans.EXPORT_DELAY_KEY, FinishedSpans.EXPORT_DELAY)
            .overrideConfigKey("quarkus.steptrace.http.span-name", "semconv")
            .overrideConfigKey("quarkus.steptrace.http.legacy-keys", "false")
            .overrideConfigKey("quarkus.steptrace.http.path-params", "true")
            .overrideConfigKey("quarkus.steptrace.http.dispatch", "false");

    @Inject
    FinishedSpans spans;

    @BeforeEach
    void forgetEarlierTests() {
        spans.reset();
    }

    @Test
    void saysOnlyWhatTheConventionsSayAndThePathParameters() throws Exception {
        assertThat(HttpCalls.get("/posts/7")).isEqualTo(200);
        SpanData root = HttpCalls.root(spans, "/posts/7");

        assertThat(root.getName()).isEqualTo("GET /posts/{id}");
        assertThat(attribute(root, "http.method")).isNull();
        assertThat(attribute(root, "net.host.name")).isNull();
        assertThat(attribute(root, "url.path.params.id")).isEqualTo("7");
        assertThat(attribute(root, "job.queue")).isNull();
        assertThat(root.getEvents()).isEmpty();
    }

    @Test
    void recordsTheParametersOfRoutesToo() throws Exception {
        assertThat(HttpCalls.get("/vertx/8")).isEqualTo(200);
        assertThat(attribute(HttpCalls.root(spans, "/vertx/8"), "url.path.params.x")).isEqualTo("8");
    }
}
