package io.steptrace.test;

import static io.steptrace.test.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;

/** Also shows that the queue of a role can be another one than the code says. */
class NoEventsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Work.class, FinishedSpans.class, FinishedSpans.Exporter.class))
            .overrideConfigKey(FinishedSpans.EXPORT_DELAY_KEY, FinishedSpans.EXPORT_DELAY)
            .overrideConfigKey("quarkus.steptrace.events", "none")
            .overrideConfigKey("quarkus.steptrace.queue.effects", "io")
            .overrideConfigKey("quarkus.steptrace.queues.\"io\".concurrency", "3");

    @Inject
    Work work;

    @Inject
    FinishedSpans spans;

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
