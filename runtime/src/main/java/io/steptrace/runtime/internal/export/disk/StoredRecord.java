package io.steptrace.runtime.internal.export.disk;

import java.nio.file.Path;

/**
 * Where a batch lies on the disk: all that the memory holds of it.
 *
 * @param segment the segment it lies in
 * @param offset of its header, in bytes
 * @param length of its body, in bytes
 * @param spans how many spans it holds
 */
record StoredRecord(Segment segment, long offset, int length, int spans) {

    /** Where it lies, regardless of the segment object it was read with. */
    Place place() {
        return new Place(segment.path(), offset, length);
    }

    /** A place on the disk. */
    record Place(Path file, long offset, int length) {
    }
}
