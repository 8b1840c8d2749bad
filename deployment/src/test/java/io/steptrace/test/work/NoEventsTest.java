package io.steptrace.test.work;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** Also shows that the queue of a role can be another one than the code says. */
class NoEventsTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class)
            .overrideConfigKey("quarkus.steptrace.events", "none")
            .overrideConfigKey("quarkus.steptrace.queue.effects", "io")
            .overrideConfigKey("quarkus.steptrace.queues.\"io\".concurrency", "3");

    @Inject
    Work work;

    @Test
    void keepsTheDurations() {
        work.queued().await().indefinitely();

        SpanData span = spans.await("step.queued");
        assertThat(span.getEvents()).isEmpty();
        assertThat(attribute(span, "job.queue")).isEqualTo("io");
        FinishedSpans.assertAccountedFor(span);
    }

    @ApplicationScoped
    public static class Work {

        @Step(queue = "effects")
        Uni<String> queued() {
            return Uni.createFrom().item("done");
        }
    }
}
