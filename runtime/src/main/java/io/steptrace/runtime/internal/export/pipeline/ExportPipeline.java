package io.steptrace.runtime.internal.export.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jboss.logging.Logger;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.export.ExportTally;
import io.steptrace.runtime.internal.export.ExportThread;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.QueueFill;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.export.Transport;
import io.steptrace.runtime.internal.export.batching.BatchingSpanProcessor;
import io.steptrace.runtime.internal.export.delivery.Delivery;
import io.steptrace.runtime.internal.export.delivery.RetryPauses;
import io.steptrace.runtime.internal.export.delivery.SpoolDrain;
import io.steptrace.runtime.internal.export.encoding.BatchEncoder;
import io.steptrace.runtime.internal.export.guard.ExportGuard;
import io.steptrace.runtime.internal.export.guard.GuardLimits;
import io.steptrace.runtime.internal.export.guard.SmallRyeExportGuard;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.trouble.MissingCollector;
import io.steptrace.runtime.internal.export.trouble.Trouble;
import io.steptrace.runtime.internal.export.trouble.TroubleLog;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.steptrace.runtime.internal.time.Clock;

/** What an exporter is made of, put together; thread-safe. */
public final class ExportPipeline implements ExportStatus {

    private static final Logger LOG = PrintableLog.of("io.steptrace.export");

    private final Transport transport;
    private final Spool spool;
    private final ExportTally tally;
    private final Settings settings;
    private final Trouble trouble;
    private final ExportGuard guard;
    private final SpoolDrain drain;
    private final BatchEncoder encoder;
    private final List<ExportThread> threads = new CopyOnWriteArrayList<>();
    private volatile BatchingSpanProcessor batching;

    /** Becomes the owner of transport and spool. */
    public ExportPipeline(Transport transport, Spool spool, ExportTally tally, Settings settings) {
        this.transport = transport;
        this.spool = spool;
        this.tally = tally;
        this.settings = settings;
        TroubleLog log = new TroubleLog(LOG, Clock.system(), transport.target(), tally, spool::fill);
        this.trouble = settings.expectsCollector() ? log : new MissingCollector(LOG, transport.target(), log);
        this.guard = new SmallRyeExportGuard(settings.guard(), this::breakerChanged);
        Delivery delivery = new Delivery(spool, transport, guard, tally, trouble, settings.keepsUndelivered());
        RetryPauses pauses = new RetryPauses(settings.guard().maxInterval(), settings.guard().maxRetryAfter());
        this.drain = new SpoolDrain(spool, delivery, guard, trouble, pauses, Clock.system());
        this.encoder = new BatchEncoder(settings.gzip(), settings.maxRequestBytes(), tally);
    }

    @Override
    public SpoolFill fill() {
        return spool.fill();
    }

    @Override
    public QueueFill queue() {
        BatchingSpanProcessor current = batching;
        return current == null ? QueueFill.NONE : current.fill();
    }

    @Override
    public String heldIn() {
        if (!settings.keepsUndelivered()) {
            return "none";
        }
        String refusal = spool.refusal();
        return refusal == null ? spool.medium() : spool.medium() + " (" + refusal + ")";
    }

    @Override
    public ExportTally tally() {
        return tally;
    }

    @Override
    public BreakerState breaker() {
        return guard.state();
    }

    @Override
    public Target target() {
        return settings.target();
    }

    @Override
    public List<String> lostThreads() {
        return threads.stream().filter(ExportThread::isLost).map(Thread::getName).toList();
    }

    void watch(ExportThread thread) {
        threads.add(thread);
    }

    Transport transport() {
        return transport;
    }

    Spool spool() {
        return spool;
    }

    SpoolDrain drain() {
        return drain;
    }

    /**
     * Hands over what waits to become a batch: of our own processor alone, since another may belong to a backend that hangs.
     */
    CompletableResultCode flushQueue() {
        BatchingSpanProcessor current = batching;
        return current == null ? CompletableResultCode.ofSuccess() : current.forceFlush();
    }

    void batching(BatchingSpanProcessor processor) {
        batching = processor;
        watch(processor.thread());
    }

    BatchEncoder encoder() {
        return encoder;
    }

    boolean keepsUndelivered() {
        return settings.keepsUndelivered();
    }

    void release() {
        try {
            transport.close();
        } finally {
            spool.close();
        }
        trouble.leftBehind(spool.fill().spans(), tally.lost().getOrDefault(LossListener.SHUTDOWN, 0L));
    }

    private void breakerChanged(BreakerState state) {
        trouble.breaker(state, settings.guard().resetTimeout());
        drain.wake();
        if (state == BreakerState.OPEN) {
            // on the sending thread, between two attempts; what a hostile collector goes on to send would cost the application
            transport.disconnect();
        }
    }

    /**
     * What can be configured.
     *
     * @param target where to
     * @param guard retries and circuit breaker
     * @param gzip whether bodies are compressed
     * @param maxRequestBytes of a body before it is compressed
     * @param keepsUndelivered whether what could not be sent stays in the spool
     * @param expectsCollector whether it is trouble if there is no collector
     */
    public record Settings(Target target, GuardLimits guard, boolean gzip, long maxRequestBytes,
            boolean keepsUndelivered, boolean expectsCollector) {
    }
}
