package io.steptrace.deployment.config;

import java.util.function.BooleanSupplier;

import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.steptrace.runtime.internal.config.SteptraceBuildTimeConfig;

/**
 * Whether the application is built with OpenTelemetry and tracing of steps; without either, nothing of the extension gets into
 * the application.
 */
public final class SteptraceEnabled implements BooleanSupplier {

    private final SteptraceBuildTimeConfig config;
    private final OTelBuildConfig openTelemetry;

    public SteptraceEnabled(SteptraceBuildTimeConfig config, OTelBuildConfig openTelemetry) {
        this.config = config;
        this.openTelemetry = openTelemetry;
    }

    @Override
    public boolean getAsBoolean() {
        return config.enabled() && openTelemetry.enabled();
    }
}
