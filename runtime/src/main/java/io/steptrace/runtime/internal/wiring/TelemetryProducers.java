package io.steptrace.runtime.internal.wiring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.All;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.steptrace.ErrorClassifier;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig.Events;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.metrics.CacheMetrics;
import io.steptrace.runtime.internal.metrics.WorkMetrics;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.queue.TaskRecordings;
import io.steptrace.runtime.internal.recording.DetectedWaitSpans;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.LocalTraces;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.wiring.detection.WaitDetection;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;
import io.steptrace.runtime.internal.work.WorkTracer;

/** Produces the beans that write telemetry. */
@Singleton
public class TelemetryProducers {

    @Produces
    @Singleton
    LocalTraces localTraces() {
        return new LocalTraces(Clock.system());
    }

    /** Where metrics are off, no clock is read for them. */
    @Produces
    @Singleton
    Measurements measurements(OpenTelemetry openTelemetry, OTelBuildConfig build) {
        if (!build.metrics().enabled().orElse(false)) {
            return Measurements.OFF;
        }
        Meter meter = openTelemetry.getMeter(SpanNames.SCOPE);
        return new WorkMetrics(meter, new CacheMetrics(meter, Clock.system()));
    }

    @Produces
    @Singleton
    JobTelemetry jobTelemetry(OpenTelemetry openTelemetry, SteptraceConfig config, SamplingParts sampling,
            Measurements measurements, WaitDetection detection) {
        PromotionPolicy promotion = sampling.promotion();
        LongRuns longRuns = detection.longRuns(
                new DetectedWaitSpans(tracer(openTelemetry), promotion, measurements));
        return new JobTelemetry(tracer(openTelemetry), Clock.system(), eventWriter(openTelemetry, config),
                promotion, measurements, longRuns);
    }

    @Produces
    @Singleton
    TaskRecordings taskRecordings(JobTelemetry jobs, LocalTraces traces) {
        return new TaskRecordings(jobs, traces);
    }

    @Produces
    @Singleton
    ErrorRules errorRules(@All List<ErrorClassifier> classifiers, KnownErrors known, SteptraceConfig config) {
        Set<String> applicationTypes = new HashSet<>(known.applicationErrors());
        config.applicationErrors().ifPresent(applicationTypes::addAll);
        return new ErrorRules(classifiers, applicationTypes, known.answers());
    }

    @Produces
    @Singleton
    WorkTracer workTracer(OpenTelemetry openTelemetry, LocalTraces traces, JobTelemetry jobs, ErrorRules errors) {
        return new WorkTracer(tracer(openTelemetry), traces, jobs, errors);
    }

    private static Tracer tracer(OpenTelemetry openTelemetry) {
        return openTelemetry.getTracer(SpanNames.SCOPE);
    }

    private static EventWriter eventWriter(OpenTelemetry openTelemetry, SteptraceConfig config) {
        return switch (Choice.of(Events.class, config.events())) {
            case SPAN_EVENTS -> EventWriter.spanEvents();
            case LOGS -> EventWriter.logs(openTelemetry.getLogsBridge().get(SpanNames.SCOPE));
            case NONE -> EventWriter.none();
        };
    }

    /**
     * What the build knows of errors.
     *
     * @param applicationErrors the types marked as application errors, and those the platform answers with
     * @param answers recognises those answers of REST endpoints that their type alone does not show
     */
    public record KnownErrors(Set<String> applicationErrors, Predicate<Throwable> answers) {
    }
}
