package io.steptrace.runtime.internal.export.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportThread;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.batching.BatchingLimits;
import io.steptrace.runtime.internal.export.batching.BatchingSpanProcessor;
import io.steptrace.runtime.internal.export.batching.GuardedSpanProcessor;
import io.steptrace.runtime.internal.export.delivery.SpoolDrain;
import io.steptrace.runtime.internal.export.encoding.EncodedSpan;
import io.steptrace.runtime.internal.export.spool.Spool;

/**
 * The exporter that accepts at once and sends later: a batch goes into the spool, and a thread of its own sends what the spool
 * holds. Thread-safe; sending starts with the first batch.
 */
public final class ResilientSpanExporter implements SpanExporter {

    /** For what takes no time unless something hangs. */
    private static final long GRACE_MILLIS = 500;

    private static final long RELEASE_MILLIS = 2_000;

    private final ExportPipeline pipeline;
    private final SpoolDrain drain;
    private final ExportThread sender;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final CompletableResultCode ended = new CompletableResultCode();

    private volatile boolean isShutDown;
    private volatile long lastOffered;

    /** Sends through this pipeline, of which it becomes the owner. */
    public ResilientSpanExporter(ExportPipeline pipeline) {
        this.pipeline = pipeline;
        this.drain = pipeline.drain();
        this.sender = new ExportThread(this::send, "steptrace-export", drain::isClosing);
        pipeline.watch(sender);
        // threads that end spans may have none, and Fault Tolerance looks for its services there
        sender.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Begins to send what an earlier process has left; to be called once all beans are there, which Fault Tolerance may ask
     * for.
     */
    public void begin() {
        if (pipeline.spool().oldest() != Spool.NONE) {
            start();
        }
    }

    /** A processor that hands batches to this exporter; it has begun. */
    public BatchingSpanProcessor batching(BatchingLimits limits) {
        BatchingSpanProcessor processor = BatchingSpanProcessor.start(this::exportEncoded, limits, pipeline.tally());
        pipeline.batching(processor);
        return processor;
    }

    /** A processor that hands each span to this exporter where it ends. */
    public SpanProcessor simple() {
        return new GuardedSpanProcessor(SimpleSpanProcessor.create(this), pipeline.tally());
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<EncodedSpan> encoded = new ArrayList<>(spans.size());
        for (SpanData span : spans) {
            try {
                encoded.add(EncodedSpan.of(span));
            } catch (RuntimeException | Error e) {
                pipeline.tally().lost(LossListener.reasonOf(e, LossListener.ENCODING), 1);
            }
        }
        return exportEncoded(encoded);
    }

    private CompletableResultCode exportEncoded(List<EncodedSpan> spans) {
        if (spans.isEmpty()) {
            return CompletableResultCode.ofSuccess();
        }
        if (isShutDown) {
            pipeline.tally().lost(LossListener.SHUTDOWN, spans.size());
            return CompletableResultCode.ofFailure();
        }
        pipeline.encoder().encode(spans, this::offer);
        start();
        drain.wake();
        // without a spool worth the name, the processor's own queue is the buffer: it waits for the result
        return pipeline.keepsUndelivered() ? CompletableResultCode.ofSuccess() : drain.flush(lastOffered);
    }

    @Override
    public CompletableResultCode flush() {
        // before the first batch there is no thread that could answer
        return pipeline.spool().oldest() == Spool.NONE ? CompletableResultCode.ofSuccess() : drain.flush(lastOffered);
    }

    /**
     * Ends nothing: the processor of the SDK may be exchanged for another one, and the application {@link #close(Duration)
     * closes} the export at its very end.
     */
    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    /**
     * Ends the export. What the collector takes in time is delivered; what it does not is kept on disk, or counted as lost, and
     * logged.
     *
     * @param limit for all of it, from now on; zero waits for no answer of the collector
     */
    public void close(Duration limit) {
        long limitNanos = Math.min(Long.MAX_VALUE / 2, TimeUnit.NANOSECONDS.convert(limit));
        long end = System.nanoTime() + limitNanos;
        try {
            pipeline.flushQueue().join(limitNanos, TimeUnit.NANOSECONDS);
            CompletableResultCode ended = endSending().join(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (!ended.isDone()) {
                sender.interrupt();
                // an interrupted request is given up at once
                ended.join(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            }
            // what was waiting for the collector until now, or has ended since; this waits for nothing but the processor
            pipeline.flushQueue().join(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            isShutDown = true;
            releaseSoon();
        }
    }

    @Override
    public String toString() {
        return "ResilientSpanExporter{" + pipeline.transport().target() + "}";
    }

    private void offer(Batch batch) {
        try {
            lastOffered = pipeline.spool().offer(batch);
        } catch (RuntimeException | Error e) {
            pipeline.tally().lost(LossListener.reasonOf(e, LossListener.UNEXPECTED), batch.spans());
        }
    }

    private void start() {
        if (!isStarted.get() && isStarted.compareAndSet(false, true)) {
            try {
                sender.start();
            } catch (Error e) {
                // no memory for a thread: it begins with a later batch
                isStarted.set(false);
            }
        }
    }

    private void send() {
        try {
            drain.run();
        } finally {
            ended.succeed();
        }
    }

    /** What comes from now on stays in the spool. */
    private CompletableResultCode endSending() {
        drain.close();
        if (isStarted.compareAndSet(false, true)) {
            ended.succeed();
        }
        return ended;
    }

    /** On a thread that nothing has to wait for: a disk that hangs would hold up the end of the process. */
    private void releaseSoon() {
        Thread closer = new Thread(pipeline::release, "steptrace-export-end");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(RELEASE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
