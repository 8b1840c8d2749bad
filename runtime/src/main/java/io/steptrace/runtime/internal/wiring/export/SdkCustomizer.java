package io.steptrace.runtime.internal.wiring.export;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.export.pipeline.ResilientSpanExporter;
import io.steptrace.runtime.internal.wiring.sampling.SamplingParts;

/**
 * Exchanges the SDK's batch processor in front of our exporter: for one without batches where {@code
 * quarkus.otel.simple} asks for it, which Quarkus overlooks for exporters that are beans, else for ours. Span
 * processors that are beans Quarkus finds by itself.
 */
@Singleton
public class SdkCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final OTelBuildConfig openTelemetry;
    private final BatchingSettings batching;
    private final SamplingParts parts;

    public SdkCustomizer(OTelBuildConfig openTelemetry, OTelRuntimeConfig runtime, SteptraceConfig steptrace,
            SamplingParts parts) {
        this.parts = parts;
        this.openTelemetry = openTelemetry;
        this.batching = new BatchingSettings(runtime.bsp(), steptrace.export());
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSpanProcessorCustomizer((processor, properties) -> exchanged(processor));
    }

    private SpanProcessor exchanged(SpanProcessor processor) {
        if (!(processor instanceof BatchSpanProcessor batch)
                || !(batch.getSpanExporter() instanceof ResilientSpanExporter exporter)) {
            return processor;
        }
        // ends its thread; the exporter lives on
        batch.shutdown();
        return parts.settled(openTelemetry.simple() ? exporter.simple() : exporter.batching(batching.limits()));
    }
}
