package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.Spool;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.export.SpoolLimits;

/**
 * A spool in a folder of its own: what was accepted outlives the process, even one that is killed. It does not outlive a power
 * failure, since nothing waits for the disk. A batch whose delivery could not be noted any more is sent twice, never lost.
 * Its {@link #fill} counts the bytes of the files, which shrink by whole segments. Thread-safe.
 */
public final class DiskSpool implements Spool {

    private final SpoolLimits limits;
    private final LossListener losses;
    private final FolderLock lock;
    private final SegmentFolder folder;
    private final Deque<Held> waiting = new ArrayDeque<>();

    private Held inFlight;
    private long accepted;
    private long spans;
    private boolean closed;

    private DiskSpool(FolderLock lock, SegmentFolder folder, SpoolLimits limits, LossListener losses) {
        this.lock = lock;
        this.folder = folder;
        this.limits = limits;
        this.losses = losses;
    }

    /**
     * Opens the spool in this folder, which is created where it is missing, with all that an earlier process left there.
     *
     * @throws IllegalStateException if the folder cannot be used; its message tells the user why
     */
    public static DiskSpool open(Path directory, SpoolLimits limits, LossListener losses) {
        try {
            FolderLock lock = FolderLock.acquire(directory);
            try {
                DiskSpool spool = new DiskSpool(lock, new SegmentFolder(directory, limits.maxBytes()), limits, losses);
                spool.recover();
                return spool;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw FolderRefusal.of(directory, e);
        }
    }

    /** {@inheritDoc} The operating system has the batch when this returns. */
    @Override
    public synchronized long offer(Batch batch) {
        long number = ++accepted;
        if (closed) {
            losses.lost(LossListener.SPOOL_FAILED, batch.spans());
        } else if (!makeRoom(batch.spans(), RecordHeader.recordBytes(batch))) {
            losses.lost(LossListener.SPOOL_FULL, batch.spans());
        } else {
            append(number, batch);
        }
        return number;
    }

    /**
     * {@inheritDoc} A damaged batch is told and passed over. One that the disk refuses to read is told too, but then nothing is
     * answered although others may wait: a disk that refuses everything for a moment must not cost the whole spool.
     */
    @Override
    public synchronized Batch take() {
        if (inFlight != null) {
            throw new IllegalStateException("a batch is in flight");
        }
        while (!closed && !waiting.isEmpty()) {
            Held oldest = waiting.pollFirst();
            try {
                Batch batch = oldest.stored.segment().read(oldest.stored);
                if (batch != null) {
                    inFlight = oldest;
                    return batch;
                }
                lose(oldest, LossListener.SPOOL_DAMAGED);
            } catch (IOException e) {
                lose(oldest, LossListener.SPOOL_FAILED);
                return null;
            }
        }
        return null;
    }

    @Override
    public Batch takeBehind(int skipped) {
        return null;
    }

    @Override
    public void replace(java.util.List<Batch> parts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void settle() {
        forget(landed());
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
        return new SpoolFill(waiting.size() + (inFlight == null ? 0 : 1), spans, folder.bytes());
    }

    @Override
    public boolean survivesRestart() {
        return true;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            lock.close();
        }
    }

    private void recover() throws IOException {
        folder.recover(losses).forEach(stored -> hold(++accepted, stored));
        makeRoom(0, 0);
    }

    private void append(long number, Batch batch) {
        try {
            hold(number, folder.append(batch));
        } catch (IOException e) {
            losses.lost(LossListener.SPOOL_FAILED, batch.spans());
        }
    }

    /** Drops nothing at all where the batch in flight alone leaves too little room. */
    private boolean makeRoom(int moreSpans, long moreBytes) {
        long pinnedSpans = inFlight == null ? 0 : inFlight.stored.spans();
        long pinnedBytes = inFlight == null ? 0 : inFlight.stored.segment().length();
        if (pinnedSpans + moreSpans > limits.maxSpans() || pinnedBytes + moreBytes > limits.maxBytes()) {
            return false;
        }
        while (spans + moreSpans > limits.maxSpans()) {
            lose(waiting.pollFirst(), LossListener.SPOOL_FULL);
        }
        boolean shrunk = true;
        while (shrunk && folder.bytes() + moreBytes > limits.maxBytes()) {
            shrunk = dropSegment();
        }
        return shrunk;
    }

    /** The segment of the batch in flight cannot go, so dropping its other records would free nothing: they stay. */
    private boolean dropSegment() {
        long before = folder.bytes();
        Segment pinned = inFlight == null ? null : inFlight.stored.segment();
        Segment dropped = null;
        for (Iterator<Held> each = waiting.iterator(); each.hasNext();) {
            Held held = each.next();
            if (dropped == null && held.stored.segment() != pinned) {
                dropped = held.stored.segment();
            }
            if (dropped != null && held.stored.segment() == dropped) {
                each.remove();
                lose(held, LossListener.SPOOL_FULL);
            }
        }
        return folder.bytes() < before;
    }

    private void hold(long number, StoredRecord stored) {
        waiting.addLast(new Held(number, stored));
        spans += stored.spans();
    }

    private void lose(Held held, String reason) {
        forget(held);
        losses.lost(reason, held.stored.spans());
    }

    private void forget(Held held) {
        spans -= held.stored.spans();
        // once closed, the folder may be another's already
        if (!closed) {
            folder.markDone(held.stored);
        }
    }

    private Held landed() {
        if (inFlight == null) {
            throw new IllegalStateException("no batch is in flight");
        }
        Held landed = inFlight;
        inFlight = null;
        return landed;
    }

    private record Held(long number, StoredRecord stored) {
    }
}
