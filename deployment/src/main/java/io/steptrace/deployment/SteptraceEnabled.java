package io.steptrace.deployment;

import java.util.function.BooleanSupplier;

import io.steptrace.runtime.internal.config.SteptraceBuildTimeConfig;

/** Whether the application is built with tracing of steps; without it, nothing of the extension gets into the application. */
final class SteptraceEnabled implements BooleanSupplier {

    private final SteptraceBuildTimeConfig config;

    SteptraceEnabled(SteptraceBuildTimeConfig config) {
        this.config = config;
    }

    @Override
    public boolean getAsBoolean() {
        return config.enabled();
    }
}
