package io.steptrace.runtime.internal.wiring.export;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.steptrace.runtime.internal.config.SteptraceConfig;
import io.steptrace.runtime.internal.config.rules.CollectorRules;
import io.steptrace.runtime.internal.config.rules.ConfigNotes;
import io.steptrace.runtime.internal.config.rules.PlainCredentials;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.export.pipeline.ExportPipeline;
import io.steptrace.runtime.internal.export.pipeline.ResilientSpanExporter;
import io.steptrace.runtime.internal.text.LogText;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.vertx.core.Vertx;

/** Opens the export when the application starts, and closes it when all else has ended. */
@Recorder
public class ExportRecorder {

    private static final Logger CONFIG = PrintableLog.of("io.steptrace.config");

    /** A live reload does not wait for a collector. */
    private static final Duration LIVE_RELOAD_LIMIT = Duration.ofMillis(500);

    private final RuntimeValue<SteptraceConfig> config;
    private final RuntimeValue<OTelRuntimeConfig> otel;
    private final RuntimeValue<OtlpExporterRuntimeConfig> otlp;

    public ExportRecorder(RuntimeValue<SteptraceConfig> config, RuntimeValue<OTelRuntimeConfig> otel,
            RuntimeValue<OtlpExporterRuntimeConfig> otlp) {
        this.config = config;
        this.otel = otel;
        this.otlp = otlp;
    }

    /** The violated rules of the platform's keys that say where the collector is, and how to talk to it. */
    public RuntimeValue<List<String>> violations(Supplier<Vertx> vertx, Supplier<TlsConfigurationRegistry> tls) {
        return new RuntimeValue<>(isOff() ? List.of()
                : CollectorRules.violationsOf(otlp.getValue(), otel.getValue().bsp(),
                        name -> tls.get().get(name), vertx));
    }

    /** Opens the export, or none where the SDK is disabled or the endpoint is blank. */
    public RuntimeValue<Opened> open(Supplier<Vertx> vertx, Supplier<TlsConfigurationRegistry> tls,
            ShutdownContext shutdownContext) {
        if (isOff()) {
            return stayOut();
        }
        URI endpoint = CollectorAddress.endpoint(otlp.getValue());
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            ConfigNotes.onEndpoints(ConfigProvider.getConfig(), LogText.address(endpoint)).forEach(CONFIG::warn);
        }
        PlainCredentials.note(ConfigProvider.getConfig(), otlp.getValue().traces().headers().orElse(List.of()), endpoint)
                .ifPresent(CONFIG::warn);
        boolean expectsCollector = LaunchMode.current() == LaunchMode.NORMAL
                || CollectorAddress.isConfigured(otlp.getValue());
        Duration attemptTimeout = CollectorRules.attemptTimeout(otlp.getValue().traces(), otel.getValue().bsp());
        ExportPipeline pipeline = new ExportFactory(config.getValue().export(), otlp.getValue().traces(), attemptTimeout,
                expectsCollector)
                .pipeline(endpoint, vertx.get(), tls.get());
        ResilientSpanExporter exporter = new ResilientSpanExporter(pipeline);
        Duration limit = shutdownLimit();
        shutdownContext.addShutdownTask(() -> exporter.close(limit));
        return new RuntimeValue<>(new Opened(exporter, pipeline));
    }

    private boolean isOff() {
        return otel.getValue().sdkDisabled() || CollectorAddress.isBlank(otlp.getValue());
    }

    /** Begins to send what an earlier process has left. */
    public void begin(RuntimeValue<Opened> opened) {
        if (opened.getValue().exporter() instanceof ResilientSpanExporter exporter) {
            exporter.begin();
        }
    }

    /** Nothing to open: no thread, no connection, no timer. */
    public RuntimeValue<Opened> stayOut() {
        return new RuntimeValue<>(new Opened(SpanExporter.composite(), ExportStatus.off()));
    }

    /** The exporter of what was opened. */
    public RuntimeValue<SpanExporter> exporter(RuntimeValue<Opened> opened) {
        return new RuntimeValue<>(opened.getValue().exporter());
    }

    /** The status of what was opened. */
    public RuntimeValue<ExportStatus> status(RuntimeValue<Opened> opened) {
        return new RuntimeValue<>(opened.getValue().status());
    }

    private Duration shutdownLimit() {
        Duration configured = config.getValue().export().shutdownTimeout();
        return LaunchMode.current() == LaunchMode.DEVELOPMENT && configured.compareTo(LIVE_RELOAD_LIMIT) > 0
                ? LIVE_RELOAD_LIMIT
                : configured;
    }

    /**
     * An export.
     *
     * @param exporter the bean the SDK exports to
     * @param status how it is doing
     */
    public record Opened(SpanExporter exporter, ExportStatus status) {
    }
}
