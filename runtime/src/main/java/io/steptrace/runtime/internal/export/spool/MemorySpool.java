package io.steptrace.runtime.internal.export.spool;

import java.util.List;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.SpoolFill;

/** A spool on the heap, gone with the process. */
public final class MemorySpool extends OrderedSpool<Batch> {

    private final SpoolQueue<Batch> queue;
    private final SpoolLimits limits;
    private final LossListener losses;
    private final HeldSums held = new HeldSums();

    public MemorySpool(SpoolLimits limits, LossListener losses) {
        this(new SpoolQueue<>(), limits, losses);
    }

    private MemorySpool(SpoolQueue<Batch> queue, SpoolLimits limits, LossListener losses) {
        super(queue, 0, losses);
        this.queue = queue;
        this.limits = limits;
        this.losses = losses;
    }

    @Override
    public synchronized SpoolFill fill() {
        return new SpoolFill(queue.size(), held.spans(), held.bytes());
    }

    @Override
    public String medium() {
        return "memory";
    }

    @Override
    protected boolean couldHold(Batch batch) {
        Batch inFlight = queue.inFlight();
        return inFlight == null ? limits.hold(batch.spans(), batch.body().length)
                : limits.hold((long) inFlight.spans() + batch.spans(), (long) inFlight.body().length + batch.body().length);
    }

    @Override
    protected void hold(long number, Batch batch) {
        queue.join(number, batch);
        held.add(batch);
        dropExcess();
    }

    @Override
    protected Batch takeOldest() {
        return queue.take(queue.oldestWaiting());
    }

    @Override
    protected Batch takeYounger(int skipped) {
        return queue.take(queue.waitingBehind(skipped));
    }

    @Override
    protected void split(List<Batch> parts) {
        held.remove(queue.replace(parts));
        parts.forEach(held::add);
        dropExcess();
    }

    @Override
    protected void forget() {
        held.remove(queue.land());
    }

    @Override
    protected void release() {
        while (queue.size() > 0) {
            drop(LossListener.SHUTDOWN);
        }
    }

    private void dropExcess() {
        while (!held.areWithin(limits)) {
            drop(LossListener.SPOOL_FULL);
        }
    }

    private void drop(String reason) {
        Batch oldest = queue.leave(queue.oldestWaiting());
        held.remove(oldest);
        losses.lost(reason, oldest.spans());
    }
}
