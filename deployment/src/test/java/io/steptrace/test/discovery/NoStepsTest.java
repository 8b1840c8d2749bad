package io.steptrace.test.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** The extension was added, and nothing is annotated yet. */
class NoStepsTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class, Page.class)
            .overrideConfigKey("quarkus.otel.traces.sampler", "always_on")
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "10s")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.steptrace"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Inject
    Work work;

    @Test
    void leavesNothingInContextPropagation() {
        assertThatThrownBy(() -> ThreadContext.builder().propagated("Steptrace").cleared(ThreadContext.ALL_REMAINING).build())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Steptrace");
    }

    @Test
    void leavesTheApplicationAsItIs() {
        spans.reset();
        assertThat(work.plain()).isEqualTo("plain");
        // an intercepted bean is an instance of a generated subclass
        assertThat(ClientProxy.unwrap(work).getClass()).isSameAs(Work.class);
        spans.flush();
        assertThat(spans.soFar()).isEmpty();
    }

    @Test
    void stillRecordsRequests() {
        spans.reset();
        RestAssured.get("/page").then().statusCode(200);
        spans.await("http.server: GET /page");
        assertThat(spans.soFar()).extracting(SpanData::getName).containsExactly("http.server: GET /page");
    }

    @Path("/page")
    public static class Page {

        private final Work work;

        Page(Work work) {
            this.work = work;
        }

        @GET
        public String get() {
            return work.plain();
        }
    }

    @ApplicationScoped
    public static class Work {

        String plain() {
            return "plain";
        }
    }
}
