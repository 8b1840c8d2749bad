package io.steptrace.runtime.internal.wiring;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.LaunchMode;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.console.ConsoleSpanProcessor;
import io.steptrace.runtime.internal.export.ResilientSpanExporter;

/**
 * Adds the console to the SDK that Quarkus builds, and honours {@code quarkus.otel.simple}, which Quarkus overlooks for
 * exporters
 * that are beans; span processors that are beans it finds by itself.
 */
@Singleton
public class SdkCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private static final Logger CONSOLE = Logger.getLogger("io.steptrace.console");

    private final SteptraceConfig config;
    private final OTelBuildConfig openTelemetry;

    public SdkCustomizer(SteptraceConfig config, OTelBuildConfig openTelemetry) {
        this.config = config;
        this.openTelemetry = openTelemetry;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        boolean showsTraces = config.console().orElse(LaunchMode.current() == LaunchMode.DEVELOPMENT);
        builder.addTracerProviderCustomizer((provider, properties) -> {
            if (showsTraces) {
                provider.addSpanProcessor(new ConsoleSpanProcessor(ExecutorRecorder.getCurrent(), CONSOLE::info));
            }
            return provider;
        });
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
