package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.util.Map;

import io.steptrace.runtime.internal.export.Batch;

/** A batch in its place, which it keeps while it moves from memory to disk. Not thread-safe. */
final class HeldBatch {

    /** How often in a row there may be no memory for it until there never will be. */
    private static final int MOST_STARVED_READS = 3;

    private Stored stored;
    private int starvedReads;

    HeldBatch(Stored stored) {
        this.stored = stored;
    }

    Stored stored() {
        return stored;
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
            Batch batch = stored.read(folder);
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
        return stored.spans();
    }

    boolean isInMemory() {
        return stored instanceof HeapRecord;
    }

    /** The segment it lies in; null in memory. */
    Segment segment() {
        return stored instanceof StoredRecord record ? record.segment() : null;
    }

    /** The disk has taken it. */
    void moved(StoredRecord to) {
        stored = to;
    }

    /** Whether it is one of these, which it is removed from then, and from now on as it is there. */
    boolean isFoundIn(Map<StoredRecord.Place, StoredRecord> found) {
        StoredRecord again = stored instanceof StoredRecord record ? found.remove(record.place()) : null;
        if (again == null) {
            return false;
        }
        stored = again;
        return true;
    }
}
