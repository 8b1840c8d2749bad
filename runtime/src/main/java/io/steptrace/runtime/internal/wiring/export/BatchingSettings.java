package io.steptrace.runtime.internal.wiring.export;

import io.quarkus.opentelemetry.runtime.config.runtime.BatchSpanProcessorConfig;
import io.steptrace.runtime.internal.config.ByteSize;
import io.steptrace.runtime.internal.config.ExportConfig;
import io.steptrace.runtime.internal.export.batching.BatchingLimits;

/** How spans become batches: as {@code quarkus.otel.bsp} says, within a share of the heap. */
final class BatchingSettings {

    /** Too few for one busy request; who has this number has not chosen it. */
    private static final int USUAL_QUEUE = 2048;

    /** More would be a queue that takes more memory than what waits in it. */
    private static final int LARGEST_QUEUE = 1 << 20;

    private static final int BATCHES_IN_QUEUE = 4;

    private final BatchSpanProcessorConfig config;
    private final ExportConfig export;

    BatchingSettings(BatchSpanProcessorConfig config, ExportConfig export) {
        this.config = config;
        this.export = export;
    }

    BatchingLimits limits() {
        int queueSpans = (int) Math.min(LARGEST_QUEUE, Math.max(1, queueSpans()));
        long queueBytes = HeapShare.bytes();
        long batchBytes = Math.min(ByteSize.of(export.maxRequestBytes()), queueBytes / BATCHES_IN_QUEUE);
        // one batch in flight and one that waits must fit into the spool
        long batchSpans = Math.min(Math.min(config.maxExportBatchSize(), queueSpans), export.spool().maxSpans() / 2);
        return new BatchingLimits(config.scheduleDelay(), (int) Math.max(1, batchSpans), batchBytes, queueSpans, queueBytes,
                config.exportTimeout());
    }

    private long queueSpans() {
        return config.maxQueueSize() == USUAL_QUEUE ? Math.max(USUAL_QUEUE, export.spool().maxSpans()) : config.maxQueueSize();
    }
}
