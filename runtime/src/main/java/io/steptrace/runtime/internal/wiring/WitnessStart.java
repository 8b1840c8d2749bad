package io.steptrace.runtime.internal.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.stuck.ApplicationFrames;
import io.steptrace.runtime.internal.stuck.StuckWorks;
import io.steptrace.runtime.internal.stuck.Witness;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.waits.ApplicationCode;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;

/** Lets the witness look once a second, from the start of the application to its end. */
@Singleton
public class WitnessStart {

    private static final long PERIOD_SECONDS = 1;

    /** Its own thread: what is stuck may hold all those of the platform. {@code null} while nothing is looked at. */
    private ScheduledExecutorService looks;

    @Produces
    @Singleton
    @Unremovable
    StuckWorks stuckWorks() {
        return new StuckWorks();
    }

    /** Before the observers of the application, which may be what is stuck. */
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start, SteptraceConfig config,
            OTelRuntimeConfig openTelemetry, SamplingParts sampling, JobTelemetry jobs, StuckWorks works,
            ApplicationCode code) {
        Duration after = config.stuck().after();
        if (after.isZero() || openTelemetry.sdkDisabled()) {
            return;
        }
        Witness witness = new Witness(after, Clock.system(), sampling::assembler, new ApplicationFrames(code::contains),
                jobs.writer(), works, PrintableLog.of("io.steptrace.stuck"));
        looks = Executors.newSingleThreadScheduledExecutor(body -> {
            Thread thread = new Thread(body, "steptrace-witness");
            thread.setDaemon(true);
            return thread;
        });
        looks.scheduleWithFixedDelay(witness::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    void end(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent shutdown) {
        if (looks != null) {
            looks.shutdownNow();
        }
    }
}
