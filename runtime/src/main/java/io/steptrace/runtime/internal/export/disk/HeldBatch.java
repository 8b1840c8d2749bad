package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.util.Map;

import io.steptrace.runtime.internal.export.Batch;

/** A batch in its place, which it keeps while it moves from memory to disk. Not thread-safe. */
final class HeldBatch {

    /** How often in a row there may be no memory for it until there never will be. */
    private static final int MOST_STARVED_READS = 3;

    private Batch inMemory;
    private StoredRecord onDisk;
    private int starvedReads;

    /** One that the disk has not taken yet. */
    HeldBatch(Batch inMemory) {
        this.inMemory = inMemory;
    }

    /** One that the disk has. */
    HeldBatch(StoredRecord onDisk) {
        this.onDisk = onDisk;
    }

    /**
     * The batch itself.
     *
     * @return null if it is damaged or gone for good
     * @throws IOException if it cannot be had now
     * @throws OutOfMemoryError if there is no memory for it now, or {@link #isBeyondMemory() ever}
     */
    Batch read(SpoolFolder folder) throws IOException {
        try {
            Batch batch = isInMemory() ? inMemory : folder.read(onDisk);
            starvedReads = 0;
            return batch;
        } catch (OutOfMemoryError e) {
            starvedReads++;
            throw e;
        }
    }

    /** Whether it has failed so often for want of memory that another attempt is hopeless. */
    boolean isBeyondMemory() {
        return starvedReads >= MOST_STARVED_READS;
    }

    int spans() {
        return isInMemory() ? inMemory.spans() : onDisk.spans();
    }

    /** The size of its body in memory; 0 on disk. */
    long bytesInMemory() {
        return isInMemory() ? inMemory.body().length : 0;
    }

    boolean isInMemory() {
        return onDisk == null;
    }

    /** Null on disk. */
    Batch inMemory() {
        return inMemory;
    }

    /** The segment it lies in; null in memory. */
    Segment segment() {
        return isInMemory() ? null : onDisk.segment();
    }

    /** The disk has taken it. */
    void moved(StoredRecord to) {
        onDisk = to;
        inMemory = null;
    }

    /** A restart will not find it again, if it lies on the disk. */
    void markDone(SpoolFolder folder) {
        if (!isInMemory()) {
            folder.markDone(onDisk);
        }
    }

    /** Whether it is one of these, which it is removed from then, and from now on as it is there. */
    boolean isFoundIn(Map<StoredRecord.Place, StoredRecord> found) {
        StoredRecord again = isInMemory() ? null : found.remove(onDisk.place());
        if (again == null) {
            return false;
        }
        onDisk = again;
        return true;
    }
}
