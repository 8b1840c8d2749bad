package io.steptrace.runtime.internal.wiring.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.arc.All;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.LaunchMode;
import io.steptrace.runtime.internal.config.ConsoleConfig;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.console.TraceConsole;
import io.steptrace.runtime.internal.console.TraceFilter;
import io.steptrace.runtime.internal.export.pipeline.ResilientSpanExporter;
import io.steptrace.runtime.internal.stuck.HeldForWitness;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceListener;

/**
 * Puts the configured sampler, and the assembler that the tail and the console listen to, into the SDK that Quarkus builds.
 * Without a configured sampler nothing is sampled otherwise.
 */
@Singleton
public class SamplingCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private static final Logger CONSOLE = Logger.getLogger("io.steptrace.console");

    private final SamplingParts parts;
    private final ConsoleConfig console;
    private final Duration stuckAfter;
    private final OTelRuntimeConfig openTelemetry;
    private final boolean exports;
    private final List<TraceListener> more;

    /** @param more listeners that are beans, which the runtime itself has none of: dev mode and the test kit add one each */
    public SamplingCustomizer(SamplingParts parts, SteptraceConfig config, OTelRuntimeConfig openTelemetry,
            @All List<SpanExporter> exporters, @All List<TraceListener> more) {
        this.more = more;
        this.exports = exporters.stream().anyMatch(ResilientSpanExporter.class::isInstance);
        this.parts = parts;
        this.console = config.console();
        this.stuckAfter = config.stuck().after();
        this.openTelemetry = openTelemetry;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        TraceAssembler assembler = parts.assemble(exports, listeners());
        // from within the build, and so behind each customizer that replaces a sampler or a processor: Quarkus calls them
        // in no order
        builder.addPropertiesCustomizer(properties -> {
            builder.addSamplerCustomizer((sampler, config) -> parts.assembled(configuredOr(sampler)));
            builder.addSpanProcessorCustomizer((processor, config) -> parts.behindTail(processor));
            return Map.of();
        });
        builder.addTracerProviderCustomizer((provider, properties) -> {
            provider.addSpanProcessor(assembler);
            parts.latency().ifPresent(provider::addSpanProcessor);
            return provider;
        });
    }

    private Sampler configuredOr(Sampler sampler) {
        return parts.sampler().map(configured -> SuppressedPaths.never(configured, openTelemetry)).orElse(sampler);
    }

    private List<TraceListener> listeners() {
        List<TraceListener> listeners = new ArrayList<>(more);
        if (console.enabled().orElse(LaunchMode.current() == LaunchMode.DEVELOPMENT)) {
            listeners.add(openConsole());
        }
        if (!stuckAfter.isZero()) {
            listeners.add(new HeldForWitness());
        }
        return listeners;
    }

    private TraceListener openConsole() {
        TraceFilter filter = new TraceFilter(console.minDuration(), console.roots().orElse(List.of()), console.dropped());
        return new TraceConsole(filter, ExecutorRecorder.getCurrent(), CONSOLE::info);
    }
}
