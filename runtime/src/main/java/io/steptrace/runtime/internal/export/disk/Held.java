package io.steptrace.runtime.internal.export.disk;

/** A batch in its place, which it keeps while it moves from memory to disk. Not thread-safe. */
final class Held {

    private final long number;
    private Stored stored;

    Held(long number, Stored stored) {
        this.number = number;
        this.stored = stored;
    }

    /** Its place in the order of all. */
    long number() {
        return number;
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
}
