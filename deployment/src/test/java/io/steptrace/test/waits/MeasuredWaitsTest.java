package io.steptrace.test.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.JobQueue;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedMetrics;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** What is measured of a job agrees with what its span says, waits that were not marked included. */
class MeasuredWaitsTest extends TracedTest {

    private static final String RUN_ACTIVE = "steptrace.job.run_active";
    private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("job.queue");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .measuring(Sleeper.class, Detection.class, Jobs.class)
            .overrideConfigKey("quarkus.steptrace.detect.waits", "true")
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "1h")
            // what it keeps has its sums amended for every exporter
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0,tail:park");

    @Inject
    Sleeper sleeper;

    @Inject
    Jobs jobs;

    @Inject
    FinishedMetrics metrics;

    @BeforeEach
    void awaitsTheStream() throws Exception {
        Detection.await(sleeper, spans);
    }

    @Test
    void saysHowLongAQueuedStepWorked() {
        jobs.nap().await().indefinitely();

        SpanData step = spans.await("step.queued_nap");
        FinishedSpans.assertAccountedFor(step);
        assertThat(FinishedSpans.millis(step, "job.park_wait_ms_total")).isGreaterThan(29);
        assertMeasured("naps", FinishedSpans.millis(step, "job.run_active_ms"));
    }

    @Test
    void saysHowLongATaskOfAStepWorked() {
        jobs.sendTask();

        SpanData step = spans.await("step.send_task");
        SpanData park = FinishedSpans.named(FinishedSpans.childrenOf(step, spans.soFar()), "job.park(timer)");
        long ranNanos = at(step, "steptrace.job.completed") - at(step, "steptrace.job.started");
        long parkedNanos = park.getEndEpochNanos() - park.getStartEpochNanos();
        assertThat(parkedNanos).isGreaterThan(29_000_000);
        assertMeasured("tasks", (ranNanos - parkedNanos) / 1e6);
    }

    private void assertMeasured(String queue, double millis) {
        double seconds = metrics.awaitHistogram(RUN_ACTIVE, Attributes.of(QUEUE, queue), 1).getSum();
        assertThat(seconds * TimeUnit.SECONDS.toMillis(1)).isCloseTo(millis, within(1e-6));
    }

    private static long at(SpanData step, String event) {
        List<EventData> events = step.getEvents().stream().filter(each -> each.getName().equals(event)).toList();
        assertThat(events).as("%s of %s", event, step).hasSize(1);
        return events.get(0).getEpochNanos();
    }

    /** Jobs that wait, and do not say so. */
    @ApplicationScoped
    public static class Jobs {

        @Inject
        @JobQueue("tasks")
        ManagedExecutor tasks;

        @Step(value = "queued_nap", queue = "naps")
        Uni<String> nap() {
            sleep();
            return Uni.createFrom().item("rested");
        }

        /** Outlives its task, whose result is there before the task is over. */
        @Step("send_task")
        void sendTask() {
            tasks.runAsync(Jobs::sleep).join();
            ReadableSpan step = (ReadableSpan) Span.current();
            Awaitility.await().until(() -> step.toSpanData().getEvents().stream()
                    .anyMatch(event -> event.getName().equals("steptrace.job.completed")));
        }

        private static void sleep() {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
