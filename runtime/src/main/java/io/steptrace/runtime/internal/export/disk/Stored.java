package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;

import io.steptrace.runtime.internal.export.Batch;

/** A batch, wherever it is held. */
sealed interface Stored permits StoredRecord, HeapRecord {

    /** How many spans it holds. */
    int spans();

    /**
     * The batch itself.
     *
     * @return null if it is damaged or gone for good
     * @throws IOException if it cannot be had now
     */
    Batch read(SpoolFolder folder) throws IOException;
}
