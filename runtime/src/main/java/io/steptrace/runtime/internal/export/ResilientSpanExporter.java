package io.steptrace.runtime.internal.export;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * The exporter that accepts at once and sends later: {@link #export} encodes a batch into the spool and returns, a thread of
 * its own
 * sends what the spool holds. Thread-safe; sending starts with the first batch.
 */
public final class ResilientSpanExporter implements SpanExporter {

    /** Ended after the exporter was shut down. */
    private static final String SHUT_DOWN = "shutdown";

    /** Could not be turned into a request. */
    private static final String ENCODING = "encoding";

    private final ExportParts parts;
    private final BatchEncoder encoder;
    private final SpoolDrain drain;
    private final Thread sender;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final CompletableResultCode end = new CompletableResultCode();

    private volatile boolean isShutDown;
    private volatile long lastOffered;

    /** Sends through these parts, of which it becomes the owner. */
    public ResilientSpanExporter(ExportParts parts) {
        this.parts = parts;
        this.encoder = new BatchEncoder(parts.gzip());
        this.drain = parts.drain();
        this.sender = new Thread(this::send, "steptrace-export");
        sender.setDaemon(true);
        // threads that end spans may have none, and Fault Tolerance looks for its services there
        sender.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        if (parts.spool().oldest() != Spool.NONE) {
            start();
        }
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        if (spans.isEmpty()) {
            return CompletableResultCode.ofSuccess();
        }
        if (isShutDown) {
            parts.tally().lost(SHUT_DOWN, spans.size());
            return CompletableResultCode.ofFailure();
        }
        long number;
        try {
            number = parts.spool().offer(encoder.encode(spans));
            lastOffered = number;
        } catch (IOException | RuntimeException e) {
            parts.tally().lost(ENCODING, spans.size());
            return CompletableResultCode.ofExceptionalFailure(e);
        }
        start();
        drain.wake();
        // without a spool worth the name, the processor's own queue is the buffer: it waits for the result
        return parts.keepsUndelivered() ? CompletableResultCode.ofSuccess() : drain.flush(number);
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

    private void start() {
        if (!isStarted.get() && isStarted.compareAndSet(false, true)) {
            sender.start();
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
