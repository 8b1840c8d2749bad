package io.steptrace.runtime.internal.export.disk;

import io.steptrace.runtime.internal.export.Batch;

/**
 * A batch that the disk has not taken yet.
 *
 * @param batch the batch
 */
record HeapRecord(Batch batch) implements Stored {

    @Override
    public int spans() {
        return batch.spans();
    }

    /** In bytes. */
    long size() {
        return batch.body().length;
    }

    @Override
    public Batch read(SpoolFolder folder) {
        return batch;
    }
}
