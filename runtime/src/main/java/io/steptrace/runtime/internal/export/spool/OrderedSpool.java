package io.steptrace.runtime.internal.export.spool;

import java.util.List;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;

/**
 * What all spools have in common, wherever they hold their batches: numbers, order, the batch in flight, and the end.
 * Thread-safe: each operation, and so each of the methods that it leaves to a spool, has the lock of the object.
 *
 * @param <T> how the spool holds a batch
 */
public abstract class OrderedSpool<T> implements Spool {

    private final SpoolQueue<T> queue;
    private final LossListener losses;
    private long accepted;
    private boolean isClosed;

    /** @param firstNumber numbers are higher than it */
    protected OrderedSpool(SpoolQueue<T> queue, long firstNumber, LossListener losses) {
        this.queue = queue;
        this.accepted = firstNumber;
        this.losses = losses;
    }

    @Override
    public final synchronized long offer(Batch batch) {
        long number = ++accepted;
        if (isClosed) {
            losses.lost(LossListener.SHUTDOWN, batch.spans());
        } else if (couldHold(batch)) {
            hold(number, batch);
        } else {
            // nothing is gained by dropping older ones first
            losses.lost(LossListener.SPOOL_FULL, batch.spans());
        }
        return number;
    }

    @Override
    public final synchronized Batch take() {
        queue.requireNoneInFlight();
        return isClosed ? null : takeOldest();
    }

    @Override
    public final synchronized Batch takeBehind(int skipped) {
        queue.requireNoneInFlight();
        return isClosed ? null : takeYounger(skipped);
    }

    @Override
    public final synchronized void replace(List<Batch> parts) {
        if (!isClosed) {
            split(parts);
        }
    }

    @Override
    public final synchronized void settle() {
        if (!isClosed) {
            forget();
        }
    }

    @Override
    public final synchronized void putBack() {
        if (!isClosed) {
            queue.putBack();
        }
    }

    @Override
    public final synchronized long oldest() {
        return queue.oldestNumber();
    }

    @Override
    public final synchronized void close() {
        if (!isClosed) {
            if (queue.inFlight() != null) {
                queue.putBack();
            }
            isClosed = true;
            release();
        }
    }

    /** Whether there would be room if only the batch in flight were held. */
    protected abstract boolean couldHold(Batch batch);

    /** Takes up a batch, and finds room for it. */
    protected abstract void hold(long number, Batch batch);

    /** Puts the oldest batch in flight; no other is. */
    protected abstract Batch takeOldest();

    /** Puts a younger batch in flight; no other is. Parameter as for {@link #takeBehind}. */
    protected abstract Batch takeYounger(int skipped);

    /** Parameter as for {@link #replace}. */
    protected abstract void split(List<Batch> parts);

    /** Forgets the batch in flight. */
    protected abstract void forget();

    /** Gives up all that is held; no batch is in flight. */
    protected abstract void release();
}
