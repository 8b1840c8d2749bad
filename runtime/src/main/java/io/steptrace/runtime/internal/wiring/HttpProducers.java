package io.steptrace.runtime.internal.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.steptrace.runtime.internal.config.Choice;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig.SpanName;
import io.steptrace.runtime.internal.http.handover.EndpointRuns;
import io.steptrace.runtime.internal.http.handover.Handovers;
import io.steptrace.runtime.internal.http.handover.RequestRecordings;
import io.steptrace.runtime.internal.http.root.GivenNames;
import io.steptrace.runtime.internal.http.root.HttpRootSpanProcessor;
import io.steptrace.runtime.internal.http.root.HttpRootSpans;
import io.steptrace.runtime.internal.http.root.RequestFailures;
import io.steptrace.runtime.internal.http.root.RequestSettings;
import io.steptrace.runtime.internal.http.root.RootFailures;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.LocalTraces;

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
    HttpRootSpanProcessor httpRootSpanProcessor(RequestFailures failures, GivenNames names, SteptraceConfig config) {
        return new HttpRootSpanProcessor(new HttpRootSpans(failures, names,
                Choice.of(SpanName.class, config.http().spanName()) == SpanName.PREFIXED, config.http().legacyKeys()));
    }

    @Produces
    @Singleton
    RequestRecordings requestRecordings(JobTelemetry telemetry, LocalTraces traces) {
        return new RequestRecordings(telemetry, traces);
    }

    /** Looked up by the handlers of REST endpoints, which are no beans. */
    @Produces
    @Singleton
    @Unremovable
    Handovers handovers(RequestRecordings recordings, Measurements measurements, RequestSettings settings) {
        return new Handovers(recordings, measurements, Clock.system(), settings);
    }

    /** Looked up by the invocations of REST endpoints, which are no beans. */
    @Produces
    @Singleton
    @Unremovable
    EndpointRuns endpointRuns(JobTelemetry telemetry) {
        return new EndpointRuns(telemetry.longRuns());
    }

    @Produces
    @Singleton
    @Unremovable
    RootFailures rootFailures(LocalTraces traces, RequestFailures requests) {
        return new RootFailures(traces, requests);
    }
}
