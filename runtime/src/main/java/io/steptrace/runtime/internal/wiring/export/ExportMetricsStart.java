package io.steptrace.runtime.internal.wiring.export;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.StartupEvent;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.metrics.ExportMetrics;
import io.steptrace.runtime.internal.telemetry.SpanNames;

/** Registers the metrics of the export once there are meters: the SDK needs the exporter first. */
@Singleton
public class ExportMetricsStart {

    void register(@Observes StartupEvent start, OpenTelemetry openTelemetry, ExportStatus status) {
        if (status.target() != null) {
            ExportMetrics.register(openTelemetry.getMeter(SpanNames.SCOPE), status);
        }
    }
}
