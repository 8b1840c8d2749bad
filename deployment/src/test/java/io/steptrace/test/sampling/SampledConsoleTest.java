package io.steptrace.test.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** Only the traces that are kept, and of these only requests that are not too short. */
class SampledConsoleTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class)
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0,tail:error")
            .overrideRuntimeConfigKey("quarkus.steptrace.console", "true")
            .overrideRuntimeConfigKey("quarkus.steptrace.console.dropped", "false")
            .overrideRuntimeConfigKey("quarkus.steptrace.console.roots", "http.server: *,step.nightly")
            .overrideRuntimeConfigKey("quarkus.steptrace.console.min-duration", "PT0.0001S")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.steptrace.console"))
            .assertLogRecords(SampledConsoleTest::assertTrees);

    @Inject
    OpenTelemetry openTelemetry;

    @Test
    void showsWhatIsWorthIt() {
        openTelemetry.getTracer("import").spanBuilder("INSERT post").startSpan()
                .setStatus(io.opentelemetry.api.trace.StatusCode.ERROR).end();
        assertThat(get("/posts").statusCode()).isEqualTo(200);
        assertThat(get("/posts/broken").statusCode()).isEqualTo(500);
    }

    private static void assertTrees(List<LogRecord> records) {
        assertThat(records).singleElement().extracting(LogRecord::getMessage).asString()
                .matches("trace [0-9a-f]{32} kept \\(error\\)\n(?s:.*)").contains("http.server: GET /posts/broken")
                .contains("[500, ERROR java.lang.IllegalStateException: no such page");
    }

    @Path("/posts")
    public static class Posts {

        @GET
        public String list() {
            return "posts";
        }

        @GET
        @Path("/broken")
        public String broken() {
            throw new IllegalStateException("no such page");
        }
    }
}
