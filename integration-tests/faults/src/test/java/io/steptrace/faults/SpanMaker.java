package io.steptrace.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.steptrace.runtime.internal.export.ExportStatus;

/** Makes spans inside the application under test, and batches of exactly those. */
@ApplicationScoped
public class SpanMaker {

    private final Tracer tracer;
    private final OpenTelemetry openTelemetry;
    private final Instance<ExportStatus> exportStatus;

    SpanMaker(Tracer tracer, OpenTelemetry openTelemetry, Instance<ExportStatus> exportStatus) {
        this.tracer = tracer;
        this.openTelemetry = openTelemetry;
        this.exportStatus = exportStatus;
    }

    /** Ends as many spans as asked for, and has the exporter accept them in one batch; the ids. */
    public Set<String> batchOf(int spans) {
        long acceptedBefore = accepted();
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < spans; i++) {
            Span span = tracer.spanBuilder("made").startSpan();
            span.end();
            ids.add(span.getSpanContext().getSpanId());
        }
        // a flush right behind another may get the result of that one, so it is asked for until it has happened
        await().pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(10)).until(() -> {
            ((OpenTelemetrySdk) openTelemetry).getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
            return accepted() >= acceptedBefore + spans;
        });
        return ids;
    }

    /**
     * All spans the exporter has ever been given; those that leave the spool meanwhile are missed rather than counted twice.
     */
    private long accepted() {
        ExportStatus status = exportStatus.get();
        return status.tally().delivered() + status.tally().lostInAll() + status.fill().spans();
    }
}
