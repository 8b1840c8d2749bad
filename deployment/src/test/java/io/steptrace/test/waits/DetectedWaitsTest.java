package io.steptrace.test.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** An exporter of the application's own gets the waits that were not marked, late, and with their own times. */
class DetectedWaitsTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Sleeper.class, Sleeps.class, Detection.class)
            .overrideConfigKey("quarkus.steptrace.events", "none")
            .overrideConfigKey("quarkus.steptrace.export.guard", "false")
            .overrideConfigKey("quarkus.steptrace.detect.stack-depth", "3")
            .overrideConfigKey("quarkus.steptrace.detect.waits", "true");

    @Inject
    Sleeper sleeper;

    @BeforeEach
    void awaitsTheStream() throws Exception {
        Detection.await(sleeper, spans);
        spans.reset();
    }

    @Test
    void comeAsChildrenWithTheLineThatWaited() throws Exception {
        sleeper.nap();

        SpanData park = spans.await("job.park(timer)");
        SpanData step = FinishedSpans.named(spans.soFar(), "step.nap");
        assertThat(park.getParentSpanId()).isEqualTo(step.getSpanId());
        assertThat(park.getStartEpochNanos()).isGreaterThanOrEqualTo(step.getStartEpochNanos());
        assertThat(park.getEndEpochNanos()).isLessThanOrEqualTo(step.getEndEpochNanos());
        assertThat(park.getEndEpochNanos() - park.getStartEpochNanos()).isGreaterThan(29_000_000);
        assertThat(FinishedSpans.attribute(park, "job.park.event")).isEqualTo("jdk.ThreadSleep");
        assertThat(FinishedSpans.attribute(park, "thread.name")).isEqualTo(Thread.currentThread().getName());
        assertThat(FinishedSpans.attribute(park, "code.function.name")).isEqualTo(Sleeper.class.getName() + ".nap");
        assertThat(((String) FinishedSpans.attribute(park, "code.stacktrace")).lines()).hasSize(3)
                .first().asString().startsWith("at " + Sleeper.class.getName() + ".nap(Sleeper.java:");
        assertThat(step.getEvents()).isEmpty();
    }

    @Test
    void belongToTheRequestWhereThereIsNoStep() {
        get("/sleeps");

        List<SpanData> parks = spans.await("job.park(timer)", 2);
        SpanData root = root();
        SpanData step = FinishedSpans.named(spans.soFar(), "step.nap");
        assertThat(parks).extracting(SpanData::getParentSpanId).containsExactlyInAnyOrder(root.getSpanId(), step.getSpanId());
    }

    @Test
    void areNoneWhereThereIsOnlyWork() throws Exception {
        sleeper.work();
        sleeper.nap();

        SpanData park = spans.await("job.park(timer)");
        assertThat(park.getParentSpanId()).isEqualTo(FinishedSpans.named(spans.soFar(), "step.nap").getSpanId());
        assertThat(FinishedSpans.childrenOf(FinishedSpans.named(spans.soFar(), "step.work"), spans.soFar()))
                .extracting(SpanData::getName).doesNotContain("job.park(timer)", "job.park(lock)", "job.park(other)");
    }
}
