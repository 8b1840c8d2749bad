package io.steptrace.test.http;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** A constraint on an endpoint is answered with a 400: nothing went wrong, and there is no stack trace. */
class FrameworkAnswersTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Fights.class, Ring.class)
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "10s");

    @ParameterizedTest
    @ValueSource(strings = { "/fights/plain?rounds=0", "/fights/step?rounds=0" })
    void anInvalidRequestIsAnAnswerStepsIncluded(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);

        SpanData root = root();
        assertThat(spans.soFar()).hasSize(path.contains("step") ? 2 : 1).allSatisfy(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(attribute(span, "error.origin")).isEqualTo("application");
            assertThat(FinishedSpans.eventNames(span)).doesNotContain("exception");
        });
        assertThat(attribute(root, "error.type").toString()).endsWith("ResteasyReactiveViolationException");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/fights/result", "/fights/inside" })
    void anInvalidResultOrArgumentInsideIsAFault(String path) {
        assertThat(get(path).statusCode()).isEqualTo(500);

        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.soFar()).hasSize(2)
                .allSatisfy(span -> assertThat(attribute(span, "error.origin")).isEqualTo("system"));
        assertThat(spans.soFar().stream().flatMap(span -> FinishedSpans.eventNames(span).stream())
                .filter("exception"::equals)).hasSize(1);
    }

    @Path("/fights")
    public static class Fights {

        @Inject
        Ring ring;

        @GET
        @Path("/plain")
        public String plain(@QueryParam("rounds") @Min(1) int rounds) {
            return rounds + " rounds";
        }

        @GET
        @Path("/step")
        @Step("fight")
        public String step(@QueryParam("rounds") @Min(1) int rounds) {
            return rounds + " rounds";
        }

        @GET
        @Path("/result")
        @Step("result")
        @NotNull
        public String result() {
            return null;
        }

        @GET
        @Path("/inside")
        public String inside() {
            return ring.enter(null);
        }
    }

    @ApplicationScoped
    public static class Ring {

        @Step
        String enter(@NotNull String name) {
            return name;
        }
    }
}
