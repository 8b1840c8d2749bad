package io.steptrace.runtime.internal.export.pipeline;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.steptrace.runtime.internal.export.batching.BatchingLimits;
import io.steptrace.runtime.internal.export.batching.BatchingSpanProcessor;
import io.steptrace.runtime.internal.export.batching.GuardedSpanProcessor;

/**
 * The exporter as the SDK has it: it may export and flush, but not shut down what the application closes at its
 * very end. So the SDK's batch processor can be exchanged for another, and its thread ends. Thread-safe.
 */
public final class BorrowedExporter implements SpanExporter {

    private final ResilientSpanExporter exporter;

    public BorrowedExporter(ResilientSpanExporter exporter) {
        this.exporter = exporter;
    }

    /** Begins to send what an earlier process has left. */
    public void begin() {
        exporter.begin();
    }

    /** A processor that hands batches to this exporter; it has begun. */
    public BatchingSpanProcessor batching(BatchingLimits limits) {
        return exporter.batching(this, limits);
    }

    /** A processor that hands each span to this exporter where it ends. */
    public SpanProcessor simple() {
        return new GuardedSpanProcessor(SimpleSpanProcessor.create(this), exporter.losses());
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public String toString() {
        return exporter.toString();
    }
}
