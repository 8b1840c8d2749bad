package io.steptrace.runtime.internal.export.batching;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.mutiny.helpers.queues.Queues;
import io.steptrace.runtime.internal.export.encoding.EncodedSpan;

/** Spans that wait to become a batch, bounded in number and in bytes. Any thread adds, one thread takes. */
final class SpanQueue {

    private final Queue<EncodedSpan> waiting;
    private final int capacity;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    /** Whether it was so when last looked at. */
    private volatile boolean wasFull;

    SpanQueue(int maxSpans, long maxBytes) {
        // as the array queue rounds
        this.capacity = maxSpans <= 2 ? 2 : Integer.highestOneBit(maxSpans - 1) << 1;
        this.waiting = Queues.createMpscArrayQueue(capacity);
        this.maxBytes = maxBytes;
    }

    /** False if there is no room. */
    boolean offer(EncodedSpan span) {
        if (!reserve(span.heldBytes())) {
            return false;
        }
        if (waiting.offer(span)) {
            return true;
        }
        wasFull = true;
        release(span.heldBytes());
        return false;
    }

    /** One that is larger than the bound alone passes an empty queue, or it could never be delivered. */
    private boolean reserve(long more) {
        long held = bytes.get();
        while (held == 0 || held + more <= maxBytes) {
            if (bytes.compareAndSet(held, held + more)) {
                return true;
            }
            held = bytes.get();
        }
        return false;
    }

    /** Null if nothing waits. The bytes stay counted until they are {@link #release released}. */
    EncodedSpan poll() {
        return waiting.poll();
    }

    /** What was taken is held no more. */
    void release(long releasedBytes) {
        bytes.addAndGet(-releasedBytes);
    }

    int capacity() {
        return capacity;
    }

    boolean isFull() {
        // mostly there is room: to count what waits, threads that add would contend with the one that takes
        if (wasFull) {
            wasFull = waiting.size() >= capacity;
        }
        return wasFull;
    }

    int size() {
        return waiting.size();
    }

    /** Of all that waits, or was taken and is held still. */
    long bytes() {
        return bytes.get();
    }
}
