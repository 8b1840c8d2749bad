package io.steptrace.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.recording.RecordedSpans;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.LocalTraces;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;

/** A job whose recording cannot begin, here for want of a clock: its work has its span all the same. */
class UnrecordableJobTest {

    private static final Clock BROKEN = () -> {
        throw new IllegalStateException("no time");
    };

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracer spans = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build()
            .get("test");
    private final JobTelemetry jobs = new JobTelemetry(spans, BROKEN, EventWriter.spanEvents(),
            PromotionPolicy.atLeast(Duration.ZERO, Duration.ZERO), Measurements.OFF, LongRuns.NONE);
    private final WorkTracer tracer = new WorkTracer(spans, new LocalTraces(Clock.system()), jobs,
            new ErrorRules(List.of(), Set.of(), failure -> false));

    @Test
    void endsTheSpanOfQueuedWork() {
        assertEnds(tracer.startQueued(RecordedSpans.step("work"), Context.root(), "queue", new Object[0]));
    }

    @Test
    void endsTheSpanOfWorkThatParks() {
        Work work = tracer.start(RecordedSpans.step("work"), Context.root(), new Object[0]);
        work.park(ParkReason.of(ParkCause.LOCK)).run();
        work.retried(2, "reason", 0);
        WorkAttempts.fellBack(work);
        assertEnds(work);
    }

    private void assertEnds(Work work) {
        assertThat(work).isNotNull();
        work.succeed(null);
        assertThat(exporter.getFinishedSpanItems()).singleElement().extracting(span -> span.getName()).isEqualTo("step.work");
    }
}
