package io.steptrace.runtime.internal.wiring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;

/**
 * Puts the configured sampler and its tail into the SDK that Quarkus builds. Without a configured sampler nothing is changed.
 */
@Singleton
public class SamplingCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    /** Quarkus' own exporter sits behind a processor bean, and that class is to go; a name does no harm when it is gone. */
    private static final String LATE_BOUND = "LateBoundSpanProcessor";

    private final SamplingParts parts;
    private final OTelRuntimeConfig openTelemetry;
    private final Instance<SpanProcessor> processors;

    public SamplingCustomizer(SamplingParts parts, OTelRuntimeConfig openTelemetry, Instance<SpanProcessor> processors) {
        this.parts = parts;
        this.openTelemetry = openTelemetry;
        this.processors = processors;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        parts.sampler().ifPresent(sampler -> builder.addTracerProviderCustomizer(
                (provider, properties) -> provider.setSampler(SuppressedPaths.never(sampler, openTelemetry))));
        if (parts.hasTail()) {
            openTail(builder);
        }
    }

    private void openTail(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        List<SpanProcessor> sinks = new CopyOnWriteArrayList<>();
        builder.addSpanProcessorCustomizer((processor, properties) -> {
            sinks.add(processor);
            return processor;
        });
        builder.addTracerProviderCustomizer((provider, properties) -> {
            processors.stream().filter(bean -> bean.getClass().getSimpleName().equals(LATE_BOUND)).forEach(sinks::add);
            return provider.addSpanProcessor(parts.openTail(sinks));
        });
    }
}
