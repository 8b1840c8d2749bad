package io.steptrace.runtime.internal.wiring.export;

import static java.util.stream.Collectors.partitioningBy;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
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
 * <p>
 * The exporter of Quarkus is a bean from some release on, and would be given each span beside ours: there it is taken away.
 */
@Singleton
public class SdkCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    /** Where the exporters of Quarkus are, which cannot be named: what they are is for each release to say. */
    private static final String PLATFORM = "io.quarkus.opentelemetry.";

    private final OTelBuildConfig openTelemetry;
    private final BatchingSettings batching;
    private final SamplingParts parts;
    private final List<SpanExporter> exporters;

    public SdkCustomizer(OTelBuildConfig openTelemetry, OTelRuntimeConfig runtime, SteptraceConfig steptrace,
            SamplingParts parts, @All List<SpanExporter> exporters) {
        this.parts = parts;
        this.exporters = exporters;
        this.openTelemetry = openTelemetry;
        this.batching = new BatchingSettings(runtime.bsp(), steptrace.export());
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSpanExporterCustomizer((exporter, properties) -> withoutPlatform(exporter));
        builder.addSpanProcessorCustomizer((processor, properties) -> exchanged(processor));
    }

    /** @param all of the beans, as the SDK is to have them */
    private SpanExporter withoutPlatform(SpanExporter all) {
        Map<Boolean, List<SpanExporter>> byOrigin = exporters.stream().collect(partitioningBy(SdkCustomizer::isPlatform));
        if (byOrigin.get(true).isEmpty() || exporters.stream().noneMatch(ResilientSpanExporter.class::isInstance)) {
            return all;
        }
        byOrigin.get(true).forEach(SpanExporter::shutdown);
        return SpanExporter.composite(byOrigin.get(false));
    }

    private static boolean isPlatform(SpanExporter exporter) {
        return ClientProxy.unwrap(exporter).getClass().getName().startsWith(PLATFORM);
    }

    private SpanProcessor exchanged(SpanProcessor processor) {
        if (!(exporterBehind(processor) instanceof ResilientSpanExporter exporter)) {
            return processor;
        }
        // ends its thread; the exporter lives on
        processor.shutdown();
        return parts.settled(openTelemetry.simple() ? exporter.simple() : exporter.batching(batching.limits()));
    }

    private static SpanExporter exporterBehind(SpanProcessor processor) {
        if (processor instanceof BatchSpanProcessor batch) {
            return batch.getSpanExporter();
        }
        // where Quarkus has exchanged it first
        return processor instanceof SimpleSpanProcessor simple ? simple.getSpanExporter() : null;
    }
}
