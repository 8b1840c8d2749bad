package io.steptrace.runtime.internal.wiring;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.LaunchMode;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.console.ConsoleSpanProcessor;

/** Adds the console to the SDK that Quarkus builds; span processors that are beans it finds by itself. */
@Singleton
public class SdkCustomizer implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private static final Logger CONSOLE = Logger.getLogger("io.steptrace.console");

    private final SteptraceConfig config;

    public SdkCustomizer(SteptraceConfig config) {
        this.config = config;
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
    }
}
