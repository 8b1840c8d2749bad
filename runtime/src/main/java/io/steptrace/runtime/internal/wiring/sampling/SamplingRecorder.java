package io.steptrace.runtime.internal.wiring.sampling;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/** Opens sampling when the application starts, and decides what is left when it stops. */
@Recorder
public class SamplingRecorder {

    private static final long SWEEP_SECONDS = 1;

    private final RuntimeValue<SteptraceConfig> config;

    public SamplingRecorder(RuntimeValue<SteptraceConfig> config) {
        this.config = config;
    }

    /** Opens sampling as configured. */
    public RuntimeValue<SamplingParts> open(ScheduledExecutorService executor, ShutdownContext shutdownContext) {
        SamplingParts parts = new SamplingParts(config.getValue());
        ScheduledFuture<?> sweeps = executor.scheduleWithFixedDelay(() -> BrokenTelemetry.guard(parts::sweep),
                SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        shutdownContext.addShutdownTask(() -> {
            sweeps.cancel(false);
            parts.decideAll();
        });
        return new RuntimeValue<>(parts);
    }
}
