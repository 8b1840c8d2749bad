package io.steptrace.runtime.internal.export;

import java.util.ArrayDeque;
import java.util.Deque;

/** A spool on the heap, gone with the process. */
public final class MemorySpool implements Spool {

    private final SpoolLimits limits;
    private final LossListener losses;
    private final Deque<Held> waiting = new ArrayDeque<>();

    private Held inFlight;
    private long accepted;
    private long spans;
    private long bytes;

    public MemorySpool(SpoolLimits limits, LossListener losses) {
        this.limits = limits;
        this.losses = losses;
    }

    @Override
    public synchronized long offer(Batch batch) {
        long number = ++accepted;
        if (!couldHold(batch)) {
            // nothing is gained by dropping others first
            losses.lost(LossListener.SPOOL_FULL, batch.spans());
            return number;
        }
        while (!limits.hold(spans + batch.spans(), bytes + batch.body().length)) {
            drop(waiting.pollFirst());
        }
        waiting.addLast(new Held(number, batch));
        count(batch, 1);
        return number;
    }

    @Override
    public synchronized Batch take() {
        if (inFlight != null) {
            throw new IllegalStateException("a batch is in flight");
        }
        inFlight = waiting.pollFirst();
        return inFlight == null ? null : inFlight.batch;
    }

    @Override
    public synchronized void settle() {
        count(landed().batch, -1);
    }

    @Override
    public synchronized void putBack() {
        waiting.addFirst(landed());
    }

    @Override
    public synchronized long oldest() {
        Held oldest = inFlight != null ? inFlight : waiting.peekFirst();
        return oldest == null ? NONE : oldest.number;
    }

    @Override
    public synchronized SpoolFill fill() {
        return new SpoolFill(waiting.size() + (inFlight == null ? 0 : 1), spans, bytes);
    }

    @Override
    public boolean survivesRestart() {
        return false;
    }

    @Override
    public void close() {
        // what is left is told by whoever closes
    }

    /** Whether there would be room if only the batch in flight were held. */
    private boolean couldHold(Batch batch) {
        return inFlight == null ? limits.hold(batch.spans(), batch.body().length)
                : limits.hold((long) inFlight.batch.spans() + batch.spans(),
                        (long) inFlight.batch.body().length + batch.body().length);
    }

    private Held landed() {
        if (inFlight == null) {
            throw new IllegalStateException("no batch is in flight");
        }
        Held held = inFlight;
        inFlight = null;
        return held;
    }

    private void drop(Held held) {
        count(held.batch, -1);
        losses.lost(LossListener.SPOOL_FULL, held.batch.spans());
    }

    private void count(Batch batch, int sign) {
        spans += (long) sign * batch.spans();
        bytes += (long) sign * batch.body().length;
    }

    private record Held(long number, Batch batch) {
    }
}
