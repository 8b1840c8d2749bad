package io.steptrace.runtime.internal.wiring;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
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

    /** Quarkus' own exporter sits behind a processor bean, and that class is to go; a name does no harm when it is gone. */
    private static final String LATE_BOUND = "LateBoundSpanProcessor";
    private static final Logger CONSOLE = Logger.getLogger("io.steptrace.console");

    private final SamplingParts parts;
    private final ConsoleConfig console;
    private final OTelRuntimeConfig openTelemetry;
    private final Instance<SpanProcessor> processors;

    public SamplingCustomizer(SamplingParts parts, SteptraceConfig config, OTelRuntimeConfig openTelemetry,
            Instance<SpanProcessor> processors) {
        this.parts = parts;
        this.console = config.console();
        this.openTelemetry = openTelemetry;
        this.processors = processors;
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
        List<SpanProcessor> sinks = new CopyOnWriteArrayList<>();
        builder.addSpanProcessorCustomizer((processor, properties) -> {
            sinks.add(processor);
            return processor;
        });
        builder.addTracerProviderCustomizer((provider, properties) -> {
            processors.stream().filter(bean -> bean.getClass().getSimpleName().equals(LATE_BOUND)).forEach(sinks::add);
            return provider.addSpanProcessor(parts.openTail(sinks, listener));
        });
    }
}
