package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;

import io.steptrace.runtime.internal.export.Batch;

/**
 * Where a batch lies on the disk: all that the memory holds of it.
 *
 * @param segment the segment it lies in
 * @param offset of its header, in bytes
 * @param length of its body, in bytes
 * @param spans how many spans it holds
 */
record StoredRecord(Segment segment, long offset, int length, int spans) implements Stored {

    @Override
    public Batch read(SpoolFolder folder) throws IOException {
        return folder.read(this);
    }
}
