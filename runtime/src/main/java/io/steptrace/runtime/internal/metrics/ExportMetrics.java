package io.steptrace.runtime.internal.metrics;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.export.ExportStatus.Target;

/**
 * What becomes of exported spans, under the names that the semantic conventions give to the metrics of an SDK, and what only a
 * spool and a circuit breaker have. Read from the export's own figures, because the exporter exists before there are meters.
 */
public final class ExportMetrics {

    private final ExportStatus status;
    private final ExportSeries series;

    private ExportMetrics(ExportStatus status) {
        Target target = status.target();
        this.status = status;
        this.series = new ExportSeries(target.protocol(), target.endpoint().getHost(), target.port());
    }

    /** Registers the instruments. */
    public static void register(Meter meter, ExportStatus status) {
        ExportMetrics metrics = new ExportMetrics(status);
        meter.upDownCounterBuilder("otel.sdk.exporter.span.inflight").setUnit("{span}")
                .setDescription("Spans accepted by the exporter, neither delivered nor lost yet")
                .buildWithCallback(to -> to.record(status.fill().spans(), metrics.series.common()));
        meter.counterBuilder("otel.sdk.exporter.span.exported").setUnit("{span}")
                .setDescription("Spans whose export has ended; lost ones have an error.type")
                .buildWithCallback(metrics::exported);
        meter.upDownCounterBuilder("otel.sdk.processor.span.queue.size").setUnit("{span}")
                .setDescription("Spans that have ended and wait to become a batch")
                .buildWithCallback(to -> to.record(status.queue().spans(), ExportSeries.QUEUE));
        meter.upDownCounterBuilder("otel.sdk.processor.span.queue.capacity").setUnit("{span}")
                .setDescription("Spans that may wait to become a batch")
                .buildWithCallback(to -> to.record(status.queue().capacity(), ExportSeries.QUEUE));
        meter.counterBuilder("otel.sdk.processor.span.processed").setUnit("{span}")
                .setDescription("Spans handed to the exporter")
                .buildWithCallback(to -> to.record(status.queue().processed(), ExportSeries.QUEUE));
        meter.gaugeBuilder("steptrace.export.spooled").ofLongs().setUnit("{span}")
                .setDescription("Spans that wait in the spool")
                .buildWithCallback(to -> to.record(status.fill().spans(), metrics.series.common()));
        meter.counterBuilder("steptrace.export.retries").setUnit("{request}")
                .setDescription("Requests sent again after a failed attempt")
                .buildWithCallback(to -> to.record(status.tally().retries(), metrics.series.common()));
        meter.gaugeBuilder("steptrace.export.breaker.state").ofLongs().setUnit("1")
                .setDescription("State of the circuit breaker: 0 closed, 1 half-open, 2 open")
                .buildWithCallback(to -> to.record(number(status.breaker()), metrics.series.common()));
    }

    private void exported(ObservableLongMeasurement to) {
        to.record(status.tally().delivered(), series.common());
        status.tally().lost().forEach((reason, spans) -> to.record(spans, series.lost(reason)));
    }

    /** The higher, the worse. */
    private static long number(BreakerState state) {
        return switch (state) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}
