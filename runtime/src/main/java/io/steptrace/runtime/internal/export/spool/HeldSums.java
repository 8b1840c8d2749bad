package io.steptrace.runtime.internal.export.spool;

import io.steptrace.runtime.internal.export.Batch;

/** How much is held, counted as it comes and goes. Not thread-safe. */
public final class HeldSums {

    private int batches;
    private long spans;
    private long bytes;

    /** A batch is held from now on. */
    public void add(Batch batch) {
        batches++;
        spans += batch.spans();
        bytes += batch.body().length;
    }

    /** A batch is held no more. */
    public void remove(Batch batch) {
        batches--;
        spans -= batch.spans();
        bytes -= batch.body().length;
    }

    /** Whether so much may be held. */
    public boolean areWithin(SpoolLimits limits) {
        return limits.hold(spans, bytes);
    }

    /** The number of batches. */
    public int batches() {
        return batches;
    }

    /** The number of spans in all of them. */
    public long spans() {
        return spans;
    }

    /** The bytes of their bodies. */
    public long bytes() {
        return bytes;
    }
}
