package io.steptrace.runtime.internal.wiring;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.steptrace.runtime.internal.export.ResilientSpanExporter;

/**
 * Honours {@code quarkus.otel.simple}, which Quarkus overlooks for exporters that are beans; span processors that are beans it
 * finds by itself.
 */
@Singleton
public class SdkCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final OTelBuildConfig openTelemetry;

    public SdkCustomizer(OTelBuildConfig openTelemetry) {
        this.openTelemetry = openTelemetry;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        if (openTelemetry.simple()) {
            builder.addSpanProcessorCustomizer((processor, properties) -> withoutBatches(processor));
        }
    }

    /** The batch processor that is replaced stays behind without work; to shut it down would shut down its exporter. */
    private static SpanProcessor withoutBatches(SpanProcessor processor) {
        return processor instanceof BatchSpanProcessor batch
                && batch.getSpanExporter() instanceof ResilientSpanExporter exporter
                        ? SimpleSpanProcessor.create(exporter)
                        : processor;
    }
}
