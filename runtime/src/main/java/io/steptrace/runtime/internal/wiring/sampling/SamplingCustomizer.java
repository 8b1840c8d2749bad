package io.steptrace.runtime.internal.wiring.sampling;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.LaunchMode;
import io.steptrace.runtime.internal.config.ConsoleConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.console.ConsoleSpanProcessor;
import io.steptrace.runtime.internal.console.TraceFilter;
import io.steptrace.runtime.internal.sampling.TailListener;

/**
 * Puts the configured sampler, its tail and the console into the SDK that Quarkus builds; the console behind the tail,
 * because it shows what the tail decides. Without a configured sampler nothing is sampled otherwise.
 */
@Singleton
public class SamplingCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private static final Logger CONSOLE = Logger.getLogger("io.steptrace.console");

    private final SamplingParts parts;
    private final ConsoleConfig console;
    private final OTelRuntimeConfig openTelemetry;

    public SamplingCustomizer(SamplingParts parts, SteptraceConfig config, OTelRuntimeConfig openTelemetry) {
        this.parts = parts;
        this.console = config.console();
        this.openTelemetry = openTelemetry;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        parts.sampler().ifPresent(sampler -> builder.addTracerProviderCustomizer(
                (provider, properties) -> provider.setSampler(SuppressedPaths.never(sampler, openTelemetry))));
        Optional<ConsoleSpanProcessor> shown = openConsole();
        if (parts.hasTail()) {
            openTail(builder, shown.<TailListener> map(opened -> opened::decided).orElse(TailListener.NONE));
        }
        shown.ifPresent(opened -> builder.addTracerProviderCustomizer(
                (provider, properties) -> provider.addSpanProcessor(opened)));
    }

    private Optional<ConsoleSpanProcessor> openConsole() {
        if (!console.enabled().orElse(LaunchMode.current() == LaunchMode.DEVELOPMENT)) {
            return Optional.empty();
        }
        TraceFilter filter = new TraceFilter(console.minDuration(), console.roots().orElse(List.of()), console.dropped());
        return Optional.of(new ConsoleSpanProcessor(filter, ExecutorRecorder.getCurrent(), CONSOLE::info));
    }

    private void openTail(AutoConfiguredOpenTelemetrySdkBuilder builder, TailListener listener) {
        // from within the build, and so behind each customizer that replaces a processor: Quarkus calls them in no order
        builder.addPropertiesCustomizer(properties -> {
            builder.addSpanProcessorCustomizer((processor, config) -> parts.behindTail(processor));
            return Map.of();
        });
        builder.addTracerProviderCustomizer((provider, properties) -> provider.addSpanProcessor(parts.openTail(listener)));
    }
}
