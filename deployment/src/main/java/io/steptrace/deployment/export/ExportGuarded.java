package io.steptrace.deployment.export;

import java.util.function.BooleanSupplier;

import io.quarkus.opentelemetry.runtime.config.build.ExporterType;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.quarkus.opentelemetry.runtime.config.build.exporter.OtlpExporterBuildConfig;
import io.steptrace.deployment.config.SteptraceEnabled;
import io.steptrace.runtime.internal.config.SteptraceBuildTimeConfig;

/** Whether spans are exported by OTLP, and that through our exporter. */
final class ExportGuarded implements BooleanSupplier {

    private final SteptraceBuildTimeConfig config;
    private final OTelBuildConfig openTelemetry;
    private final OtlpExporterBuildConfig otlp;

    ExportGuarded(SteptraceBuildTimeConfig config, OTelBuildConfig openTelemetry, OtlpExporterBuildConfig otlp) {
        this.config = config;
        this.openTelemetry = openTelemetry;
        this.otlp = otlp;
    }

    @Override
    public boolean getAsBoolean() {
        return new SteptraceEnabled(config, openTelemetry).getAsBoolean() && config.export().guard() && otlp.enabled()
                && openTelemetry.traces().enabled().orElse(true)
                && openTelemetry.traces().exporter().contains(ExporterType.Constants.CDI_VALUE);
    }
}
