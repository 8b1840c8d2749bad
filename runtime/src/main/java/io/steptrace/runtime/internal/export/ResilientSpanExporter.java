package io.steptrace.runtime.internal.export;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.steptrace.runtime.internal.export.batching.BatchingLimits;
import io.steptrace.runtime.internal.export.batching.BatchingSpanProcessor;

/**
 * The exporter that accepts at once and sends later: {@link #export} encodes a batch into the spool and returns, a thread of
 * its own
 * sends what the spool holds. Thread-safe; sending starts with the first batch.
 */
public final class ResilientSpanExporter implements SpanExporter {

    private final ExportParts parts;
    private final SpoolDrain drain;
    private final Thread sender;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final CompletableResultCode end = new CompletableResultCode();

    private volatile boolean isShutDown;
    private volatile long lastOffered;

    /** Sends through these parts, of which it becomes the owner. */
    public ResilientSpanExporter(ExportParts parts) {
        this.parts = parts;
        this.drain = parts.drain();
        this.sender = new Thread(this::send, "steptrace-export");
        sender.setDaemon(true);
        // threads that end spans may have none, and Fault Tolerance looks for its services there
        sender.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        if (parts.spool().oldest() != Spool.NONE) {
            start();
        }
    }

    BatchingSpanProcessor batching(BatchingLimits limits) {
        BatchingSpanProcessor processor = BatchingSpanProcessor.start(this, limits, parts.tally());
        parts.batching(processor);
        return processor;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        if (spans.isEmpty()) {
            return CompletableResultCode.ofSuccess();
        }
        if (isShutDown) {
            parts.tally().lost(LossListener.SHUTDOWN, spans.size());
            return CompletableResultCode.ofFailure();
        }
        parts.encoder().encode(spans instanceof List<SpanData> list ? list : List.copyOf(spans), this::offer);
        start();
        drain.wake();
        // without a spool worth the name, the processor's own queue is the buffer: it waits for the result
        return parts.keepsUndelivered() ? CompletableResultCode.ofSuccess() : drain.flush(lastOffered);
    }

    @Override
    public CompletableResultCode flush() {
        // before the first batch there is no thread that could answer
        return parts.spool().oldest() == Spool.NONE ? CompletableResultCode.ofSuccess() : drain.flush(lastOffered);
    }

    @Override
    public CompletableResultCode shutdown() {
        isShutDown = true;
        drain.close();
        if (isStarted.compareAndSet(false, true)) {
            release();
        }
        return end;
    }

    /**
     * Shuts down, and waits until everything is sent that the collector takes.
     *
     * @param limit how long to wait; what is left then stays behind and is logged
     */
    public void close(Duration limit) {
        CompletableResultCode result = shutdown().join(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!result.isDone()) {
            sender.interrupt();
            // an interrupted request is given up at once
            result.join(1, TimeUnit.SECONDS);
        }
    }

    @Override
    public String toString() {
        return "ResilientSpanExporter{" + parts.transport().target() + "}";
    }

    private void offer(Batch batch) {
        try {
            lastOffered = parts.spool().offer(batch);
        } catch (RuntimeException | Error e) {
            parts.tally().lost(LossListener.reasonOf(e, LossListener.UNEXPECTED), batch.spans());
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
            release();
        }
    }

    private void release() {
        parts.release();
        end.succeed();
    }
}
