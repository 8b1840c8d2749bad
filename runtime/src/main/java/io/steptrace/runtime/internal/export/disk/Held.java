package io.steptrace.runtime.internal.export.disk;

import java.util.Map;

/** A batch in its place, which it keeps while it moves from memory to disk. Not thread-safe. */
final class Held {

    private Stored stored;

    Held(Stored stored) {
        this.stored = stored;
    }

    Stored stored() {
        return stored;
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
