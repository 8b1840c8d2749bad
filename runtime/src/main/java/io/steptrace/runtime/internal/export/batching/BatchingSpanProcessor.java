package io.steptrace.runtime.internal.export.batching;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.export.ExportThread;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.QueueFill;
import io.steptrace.runtime.internal.export.encoding.EncodedSpan;
import io.steptrace.runtime.internal.telemetry.EndOnlySpanProcessor;

/**
 * Collects sampled spans into batches, encoded already, in the place of the SDK's batch processor. That one bounds the number
 * of spans that wait and not their size, loses what is beyond without a word, and its thread ends with the first error.
 * Thread-safe; ending a span never blocks and never throws.
 */
public final class BatchingSpanProcessor implements EndOnlySpanProcessor {

    private final SpanQueue queue;
    private final BatchWorker worker;
    private final LossListener losses;
    private final ExportThread thread;
    private volatile boolean isShutDown;

    private BatchingSpanProcessor(SpanQueue queue, BatchWorker worker, LossListener losses) {
        this.queue = queue;
        this.worker = worker;
        this.losses = losses;
        this.thread = new ExportThread(worker, "steptrace-batches", worker::isEnding);
    }

    /**
     * Starts the thread that hands batches over.
     *
     * @param receiver gets them on that thread
     */
    public static BatchingSpanProcessor start(BatchReceiver receiver, BatchingLimits limits, LossListener losses) {
        SpanQueue queue = new SpanQueue(limits.queueSpans(), limits.queueBytes());
        BatchWorker worker = new BatchWorker(queue, receiver, limits, spans -> losses.lost(LossListener.UNEXPECTED, spans));
        BatchingSpanProcessor processor = new BatchingSpanProcessor(queue, worker, losses);
        processor.thread.start();
        return processor;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled()) {
            return;
        }
        try {
            add(span);
        } catch (Throwable e) {
            // an error of the extension is not one of the code that ends a span
            losses.lost(LossListener.reasonOf(e, LossListener.ENCODING), 1);
        }
    }

    @Override
    public CompletableResultCode forceFlush() {
        return isShutDown ? CompletableResultCode.ofSuccess() : worker.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        if (isShutDown) {
            return CompletableResultCode.ofSuccess();
        }
        isShutDown = true;
        CompletableResultCode flushed = worker.flush();
        worker.end();
        return flushed;
    }

    /** The thread that hands batches over. */
    public ExportThread thread() {
        return thread;
    }

    /** What waits at this moment. */
    public QueueFill fill() {
        return new QueueFill(queue.size(), queue.capacity(), worker.processed());
    }

    private void add(ReadableSpan span) {
        if (isShutDown) {
            losses.lost(LossListener.SHUTDOWN, 1);
            return;
        }
        // asked before as well: what has no room is not worth being encoded
        EncodedSpan encoded = queue.isFull() ? null : EncodedSpan.of(span.toSpanData());
        if (encoded != null && queue.offer(encoded)) {
            worker.added();
        } else {
            losses.lost(LossListener.QUEUE_FULL, 1);
        }
        if (isShutDown) {
            losses.lost(LossListener.SHUTDOWN, worker.leftBehind());
        }
    }
}
