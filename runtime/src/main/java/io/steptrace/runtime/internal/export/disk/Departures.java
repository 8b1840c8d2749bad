package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.spool.SpoolQueue.Place;

/** Puts batches in flight as far as the disk gives them. Not thread-safe, but for the refusal. */
final class Departures {

    private final HeldBatches held;
    private final SpoolFolder folder;
    private final LossListener losses;

    private volatile String refusal;

    Departures(HeldBatches held, SpoolFolder folder, LossListener losses) {
        this.held = held;
        this.folder = folder;
        this.losses = losses;
    }

    /** The oldest that can be had; null if there is none, or no memory for it. */
    Batch take() {
        String refused = null;
        Batch batch = null;
        Set<Segment> unreadable = new HashSet<>();
        for (Iterator<Place<HeldBatch>> each = held.queue().iterator(); batch == null && each.hasNext();) {
            Place<HeldBatch> oldest = each.next();
            if (unreadable.contains(oldest.held().segment())) {
                continue;
            }
            try {
                batch = fly(oldest);
            } catch (IOException e) {
                refused = FolderRefusal.reason(e);
                unreadable.add(oldest.held().segment());
            } catch (OutOfMemoryError e) {
                refused = FolderRefusal.reason(e);
                break;
            }
        }
        refusal = refused;
        return batch;
    }

    /** The one behind so many, or the youngest; null if no more than one waits or it cannot be had. */
    Batch takeBehind(int skipped) {
        Place<HeldBatch> behind = held.queue().waitingBehind(skipped);
        try {
            return behind == null ? null : fly(behind);
        } catch (IOException | OutOfMemoryError e) {
            refusal = FolderRefusal.reason(e);
            return null;
        }
    }

    /** Why the disk did not give what was taken last; null if it did. */
    String refusal() {
        return refusal;
    }

    /** Null if the batch is lost: it is damaged, or there never is memory for it. */
    private Batch fly(Place<HeldBatch> place) throws IOException {
        Batch batch = null;
        String loss = LossListener.SPOOL_DAMAGED;
        try {
            batch = place.held().read(folder);
        } catch (OutOfMemoryError e) {
            if (!place.held().isBeyondMemory()) {
                throw e;
            }
            loss = LossListener.OUT_OF_MEMORY;
        }
        if (batch == null) {
            HeldBatch gone = held.drop(place);
            losses.lost(loss, gone.spans());
            gone.markDone(folder);
        } else {
            held.queue().take(place);
        }
        return batch;
    }
}
