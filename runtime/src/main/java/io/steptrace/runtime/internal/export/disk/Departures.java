package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;

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

    /** The oldest that can be had; null if there is none. */
    Batch take() {
        String refused = null;
        Batch batch = null;
        Set<Segment> unreadable = new HashSet<>();
        for (Iterator<Held> each = held.waiting(); batch == null && each.hasNext();) {
            Held oldest = each.next();
            if (unreadable.contains(oldest.segment())) {
                continue;
            }
            try {
                batch = fly(oldest, each);
            } catch (IOException e) {
                refused = FolderRefusal.reason(e);
                unreadable.add(oldest.segment());
            }
        }
        refusal = refused;
        return batch;
    }

    /** The one behind so many, or the youngest; null if no more than one waits or it cannot be had. */
    Batch takeBehind(int skipped) {
        Iterator<Held> each = held.waiting();
        Held behind = each.hasNext() ? each.next() : null;
        int passed = 0;
        while (passed < skipped && each.hasNext()) {
            behind = each.next();
            passed++;
        }
        try {
            return passed == 0 ? null : fly(behind, each);
        } catch (IOException e) {
            refusal = FolderRefusal.reason(e);
            return null;
        }
    }

    /** Why the disk did not give what was taken last; null if it did. */
    String refusal() {
        return refusal;
    }

    /** Null if the batch is damaged, or there is no memory for it: then it is lost. */
    private Batch fly(Held next, Iterator<Held> waiting) throws IOException {
        Batch batch = null;
        String loss = LossListener.SPOOL_DAMAGED;
        try {
            batch = next.stored().read(folder);
        } catch (OutOfMemoryError e) {
            loss = LossListener.OUT_OF_MEMORY;
        }
        waiting.remove();
        if (batch == null) {
            held.forget(next);
            folder.markDone(next);
            losses.lost(loss, next.spans());
        } else {
            held.fly(next);
        }
        return batch;
    }
}
