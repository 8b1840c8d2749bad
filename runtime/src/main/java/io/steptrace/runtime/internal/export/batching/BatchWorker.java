package io.steptrace.runtime.internal.export.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.encoding.EncodedSpan;

/**
 * Makes batches of what waits, and hands them over; the body of one thread. An exception or an error costs the batch
 * it came with, which is counted, and never the thread.
 */
final class BatchWorker implements Runnable {

    /** After an error, which most likely is a want of memory: time for those who hold it. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Where no delay is configured, spans that end at once still go together. */
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long LONGEST_DELAY_NANOS = TimeUnit.DAYS.toNanos(365);

    private final SpanQueue queue;
    private final BatchReceiver receiver;
    private final BatchingLimits limits;
    private final LongConsumer unexportable;
    private final Queue<CompletableResultCode> flushes = new ConcurrentLinkedQueue<>();
    private final List<EncodedSpan> batch;
    private long batchBytes;
    private long dueNanos;
    private final long delayNanos;
    private final long exportNanos;
    private volatile long processed;
    private volatile boolean hasEnded;
    private volatile boolean isEnding;

    /** The thread while it has nothing to do; null while it works, or has been woken. */
    private final AtomicReference<Thread> idle = new AtomicReference<>();

    /** @param unexportable learns how many spans were lost by an error that came with them */
    BatchWorker(SpanQueue queue, BatchReceiver receiver, BatchingLimits limits, LongConsumer unexportable) {
        this.queue = queue;
        this.receiver = receiver;
        this.limits = limits;
        this.unexportable = unexportable;
        // large enough from the beginning, so that no span is lost between queue and batch
        this.batch = new ArrayList<>(limits.batchSpans());
        this.delayNanos = Math.min(LONGEST_DELAY_NANOS, TimeUnit.NANOSECONDS.convert(limits.delay()));
        this.exportNanos = limits.exportTimeout().isZero() ? Long.MAX_VALUE
                : TimeUnit.NANOSECONDS.convert(limits.exportTimeout());
        this.dueNanos = System.nanoTime() + delayNanos;
    }

    /**
     * The number of spans that came too late for the last turn of the thread, which nothing will export any more;
     * they are held no more.
     */
    int leftBehind() {
        int left = 0;
        if (hasEnded) {
            synchronized (this) {
                for (EncodedSpan late = queue.poll(); late != null; late = queue.poll()) {
                    left++;
                }
            }
        }
        return left;
    }

    /** A span was added. The thread is left alone until there is enough for a batch, because waking it is what costs. */
    void added() {
        if (idle.get() != null && hasEnough()) {
            wake();
        }
    }

    /** Succeeds once all that waits now has been handed to the exporter. */
    CompletableResultCode flush() {
        CompletableResultCode flushed = new CompletableResultCode();
        flushes.add(flushed);
        wake();
        if (hasEnded) {
            requestedFlushes().forEach(CompletableResultCode::succeed);
        }
        return flushed;
    }

    /** Spans that have been handed over so far. */
    long processed() {
        return processed;
    }

    /** The thread ends once nothing waits; nothing may be added any more, or it stays where it is. */
    void end() {
        isEnding = true;
        wake();
    }

    /** Whether the end has come, so that the thread may end as well. */
    boolean isEnding() {
        return isEnding;
    }

    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                dropBroken();
                goesOn = turn();
            } catch (Throwable e) {
                // the batch is counted in the next turn: all that allocates may fail here once more
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        hasEnded = true;
        requestedFlushes().forEach(CompletableResultCode::succeed);
    }

    private boolean turn() {
        boolean isLast = isEnding;
        List<CompletableResultCode> requested = requestedFlushes();
        try {
            boolean isUrgent = isLast || !requested.isEmpty();
            for (int left = isUrgent ? queue.size() : 0; left > 0 || hasEnough() || isDue();) {
                // what is added meanwhile is not urgent
                left -= export();
            }
        } finally {
            requested.forEach(CompletableResultCode::succeed);
        }
        if (!isLast) {
            awaitMore();
        }
        return !isLast || !flushes.isEmpty() || queue.size() > 0;
    }

    /** Hands over one batch; the number of its spans. */
    private int export() {
        fill();
        int exported = batch.size();
        if (exported > 0) {
            receiver.receive(batch).join(exportNanos, TimeUnit.NANOSECONDS);
            processed += exported;
            clear();
        }
        dueNanos = System.nanoTime() + delayNanos;
        return Math.max(1, exported);
    }

    private void fill() {
        while (batch.size() < limits.batchSpans() && batchBytes < limits.batchBytes()) {
            EncodedSpan next = queue.poll();
            if (next == null) {
                return;
            }
            batchBytes += next.heldBytes();
            batch.add(next);
        }
    }

    private void dropBroken() {
        if (!batch.isEmpty()) {
            int broken = batch.size();
            clear();
            unexportable.accept(broken);
        }
    }

    private void clear() {
        batch.clear();
        queue.release(batchBytes);
        batchBytes = 0;
    }

    private boolean hasEnough() {
        int waiting = queue.size();
        return waiting >= limits.batchSpans() || waiting > 0 && queue.bytes() >= limits.batchBytes();
    }

    private boolean isDue() {
        return queue.size() > 0 && dueNanos - System.nanoTime() <= 0;
    }

    private void awaitMore() {
        idle.set(Thread.currentThread());
        try {
            // asked after the thread can be seen to be idle, or news in between would be missed
            if (!hasEnough() && flushes.isEmpty() && !isEnding) {
                long wait = queue.size() == 0 ? delayNanos : dueNanos - System.nanoTime();
                LockSupport.parkNanos(Math.max(SHORTEST_WAIT_NANOS, wait));
            }
        } finally {
            idle.set(null);
        }
    }

    /** Once, however often it is asked for until the thread is awake. */
    private void wake() {
        Thread thread = idle.getAndSet(null);
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    private List<CompletableResultCode> requestedFlushes() {
        List<CompletableResultCode> requested = List.of();
        for (CompletableResultCode flush = flushes.poll(); flush != null; flush = flushes.poll()) {
            if (requested.isEmpty()) {
                requested = new ArrayList<>();
            }
            requested.add(flush);
        }
        return requested;
    }
}
