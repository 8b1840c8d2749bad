package io.steptrace.runtime.internal.export.spool;

import java.util.List;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.SpoolFill;

/** A spool on the heap, gone with the process. */
public final class MemorySpool implements Spool {

    private final SpoolLimits limits;
    private final LossListener losses;
    private final SpoolQueue<Batch> line = new SpoolQueue<>();

    private long accepted;
    private long spans;
    private long bytes;
    private boolean isClosed;

    public MemorySpool(SpoolLimits limits, LossListener losses) {
        this.limits = limits;
        this.losses = losses;
    }

    @Override
    public synchronized long offer(Batch batch) {
        long number = ++accepted;
        if (isClosed) {
            losses.lost(LossListener.SHUTDOWN, batch.spans());
        } else if (!couldHold(batch)) {
            // nothing is gained by dropping others first
            losses.lost(LossListener.SPOOL_FULL, batch.spans());
        } else {
            line.join(number, batch);
            count(batch, 1);
            dropWhatIsTooMuch();
        }
        return number;
    }

    @Override
    public synchronized Batch take() {
        return line.take(line.oldestWaiting());
    }

    @Override
    public synchronized Batch takeBehind(int skipped) {
        return line.take(line.waitingBehind(skipped));
    }

    @Override
    public synchronized void replace(List<Batch> parts) {
        if (!isClosed) {
            count(line.replace(parts), -1);
            for (Batch part : parts) {
                count(part, 1);
            }
            dropWhatIsTooMuch();
        }
    }

    @Override
    public synchronized void settle() {
        if (!isClosed) {
            count(line.land(), -1);
        }
    }

    @Override
    public synchronized void putBack() {
        if (!isClosed) {
            line.putBack();
        }
    }

    @Override
    public synchronized long oldest() {
        return line.oldestNumber();
    }

    @Override
    public synchronized SpoolFill fill() {
        return new SpoolFill(line.size(), spans, bytes);
    }

    @Override
    public String medium() {
        return "memory";
    }

    @Override
    public synchronized void close() {
        if (line.inFlight() != null) {
            line.putBack();
        }
        isClosed = true;
        while (line.size() > 0) {
            drop(LossListener.SHUTDOWN);
        }
    }

    /** Whether there would be room if only the batch in flight were held. */
    private boolean couldHold(Batch batch) {
        Batch inFlight = line.inFlight();
        return inFlight == null ? limits.hold(batch.spans(), batch.body().length)
                : limits.hold((long) inFlight.spans() + batch.spans(), (long) inFlight.body().length + batch.body().length);
    }

    private void dropWhatIsTooMuch() {
        while (!limits.hold(spans, bytes)) {
            drop(LossListener.SPOOL_FULL);
        }
    }

    private void drop(String reason) {
        Batch oldest = line.leave(line.oldestWaiting());
        count(oldest, -1);
        losses.lost(reason, oldest.spans());
    }

    private void count(Batch batch, int sign) {
        spans += (long) sign * batch.spans();
        bytes += (long) sign * batch.body().length;
    }
}
