package io.steptrace.runtime.internal.wiring;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.LaunchMode;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.console.ConsoleSpanProcessor;
import io.steptrace.runtime.internal.span.LocalTraces;

/** Adds the span processors of the extension to the SDK that Quarkus builds. */
@Singleton
public class SdkCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private static final Logger CONSOLE = Logger.getLogger("io.steptrace.console");

    private final SteptraceConfig config;
    private final LocalTraces traces;

    public SdkCustomizer(SteptraceConfig config, LocalTraces traces) {
        this.config = config;
        this.traces = traces;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        boolean showsTraces = config.console().orElse(LaunchMode.current() == LaunchMode.DEVELOPMENT);
        builder.addTracerProviderCustomizer((provider, properties) -> {
            provider.addSpanProcessor(traces);
            if (showsTraces) {
                provider.addSpanProcessor(new ConsoleSpanProcessor(ExecutorRecorder.getCurrent(), CONSOLE::info));
            }
            return provider;
        });
    }
}
