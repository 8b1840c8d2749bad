package io.steptrace.runtime.internal.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig.SpanName;
import io.steptrace.runtime.internal.http.GivenNames;
import io.steptrace.runtime.internal.http.Handovers;
import io.steptrace.runtime.internal.http.HttpRootSpanProcessor;
import io.steptrace.runtime.internal.http.RequestSettings;
import io.steptrace.runtime.internal.span.HttpRootSpans;
import io.steptrace.runtime.internal.span.JobTelemetry;
import io.steptrace.runtime.internal.span.LocalTraces;
import io.steptrace.runtime.internal.span.Measurements;
import io.steptrace.runtime.internal.span.RequestFailures;
import io.steptrace.runtime.internal.span.RequestJobs;
import io.steptrace.runtime.internal.span.RequestRecordings;
import io.steptrace.runtime.internal.span.RootFailures;
import io.steptrace.runtime.internal.time.Clock;

/** Produces what requests are recorded with; present only with Quarkus' HTTP server. */
@Singleton
public class HttpProducers {

    @Produces
    @Singleton
    RequestSettings requestSettings(SteptraceConfig config) {
        return new RequestSettings(config.http().pathParams(), config.http().dispatch(),
                new QueueSettings(config)::rejectionStatus);
    }

    /** Part of the SDK, and so nothing here may need the SDK itself. */
    @Produces
    @Singleton
    RequestJobs requestJobs() {
        return new RequestJobs();
    }

    /** Likewise. */
    @Produces
    @Singleton
    RequestFailures requestFailures() {
        return new RequestFailures();
    }

    @Produces
    @Singleton
    GivenNames givenNames() {
        return new GivenNames();
    }

    @Produces
    @Singleton
    @Unremovable
    HttpRootSpanProcessor httpRootSpanProcessor(RequestJobs jobs, RequestFailures failures, GivenNames names,
            SteptraceConfig config) {
        return new HttpRootSpanProcessor(new HttpRootSpans(jobs, failures, names::take,
                Choice.of(SpanName.class, config.http().spanName()) == SpanName.PREFIXED, config.http().legacyKeys()));
    }

    @Produces
    @Singleton
    RequestRecordings requestRecordings(JobTelemetry telemetry, LocalTraces traces, RequestJobs jobs) {
        return new RequestRecordings(telemetry, traces, jobs);
    }

    /** Looked up by the handlers of REST endpoints, which are no beans. */
    @Produces
    @Singleton
    @Unremovable
    Handovers handovers(RequestRecordings recordings, Measurements measurements, RequestSettings settings) {
        return new Handovers(recordings, measurements, Clock.system(), settings);
    }

    @Produces
    @Singleton
    @Unremovable
    RootFailures rootFailures(LocalTraces traces, RequestFailures requests) {
        return new RootFailures(traces, requests);
    }
}
