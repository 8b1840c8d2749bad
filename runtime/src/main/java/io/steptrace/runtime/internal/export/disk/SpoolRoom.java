package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Predicate;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;
import io.steptrace.runtime.internal.export.spool.SpoolQueue.Place;

/** Keeps what is held within its limits: says what has to go, oldest first and never that in flight. Not thread-safe. */
final class SpoolRoom {

    private final SpoolLimits limits;
    private final SpoolLimits memory;
    private final HeldBatches held;
    private final SpoolFolder folder;
    private final LossListener losses;

    /**
     * Drops nothing yet.
     *
     * @param limits of all spans, and of the bytes of the folder
     * @param memory of what waits in memory
     */
    SpoolRoom(SpoolLimits limits, SpoolLimits memory, HeldBatches held, SpoolFolder folder, LossListener losses) {
        this.limits = limits;
        this.memory = memory;
        this.held = held;
        this.folder = folder;
        this.losses = losses;
    }

    /** Whether the folder would take a batch if only that in flight were held. */
    boolean couldHold(Batch batch) {
        return spansInFlight() + batch.spans() <= limits.maxSpans() && RecordHeader.recordBytes(batch) <= limits.maxBytes();
    }

    /** Drops the oldest while there are more spans than may be. */
    void forSpans() {
        while (held.spans() > limits.maxSpans() && held.queue().oldestWaiting() != null) {
            drop(held.queue().oldestWaiting());
        }
    }

    /** Drops what is in memory above its limits; the youngest alone if it would not fit there with that in flight. */
    void inMemory(HeldBatch youngest) {
        boolean fits = youngest.isInMemory() && memory.hold(youngest.spans() + spansInFlight(),
                youngest.bytesInMemory() + bytesInFlight());
        Iterator<Place<HeldBatch>> each = held.queue().iterator();
        while (!held.sumsInMemory().areWithin(memory) && each.hasNext()) {
            Place<HeldBatch> next = each.next();
            if (next.held().isInMemory() && (fits || next.held() == youngest)) {
                drop(next);
            }
        }
    }

    /**
     * Deletes segments that no spool with these limits has written: even if they are young, they do not cost the rest its
     * place.
     *
     * @throws IOException if one cannot be deleted; then its records stay as well
     */
    void oversized() throws IOException {
        HeldBatch larger = oldest(segment -> segment.length() > limits.maxBytes());
        while (larger != null) {
            delete(larger.segment());
            larger = oldest(segment -> segment.length() > limits.maxBytes());
        }
    }

    /**
     * Deletes whole segments. That of the batch in flight cannot go, so dropping its other records would free nothing: they
     * stay.
     *
     * @return whether the folder has room for so many bytes more
     * @throws IOException if a segment cannot be deleted; then its records stay as well
     */
    boolean onDisk(long moreBytes) throws IOException {
        while (folder.bytes() + moreBytes > limits.maxBytes()) {
            HeldBatch oldest = oldest(segment -> true);
            if (oldest == null) {
                return false;
            }
            delete(oldest.segment());
        }
        return true;
    }

    /** The oldest whose segment can go and is such, or null. */
    private HeldBatch oldest(Predicate<Segment> such) {
        HeldBatch inFlight = held.queue().inFlight();
        Segment pinned = inFlight == null ? null : inFlight.segment();
        return held.oldest(waits -> !waits.isInMemory() && waits.segment() != pinned && such.test(waits.segment()));
    }

    private void delete(Segment goes) throws IOException {
        folder.delete(goes);
        held.drop(waits -> waits.segment() == goes, gone -> losses.lost(LossListener.SPOOL_FULL, gone.spans()));
    }

    private void drop(Place<HeldBatch> place) {
        HeldBatch dropped = held.drop(place);
        losses.lost(LossListener.SPOOL_FULL, dropped.spans());
        dropped.markDone(folder);
    }

    private int spansInFlight() {
        HeldBatch inFlight = held.queue().inFlight();
        return inFlight == null ? 0 : inFlight.spans();
    }

    private long bytesInFlight() {
        HeldBatch inFlight = held.queue().inFlight();
        return inFlight == null ? 0 : inFlight.bytesInMemory();
    }
}
