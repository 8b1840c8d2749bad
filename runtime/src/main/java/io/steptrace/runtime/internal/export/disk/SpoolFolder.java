package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.disk.StoredRecord.Place;

/**
 * The folder of a spool, which is locked before it is used: where it has been deleted or replaced, it is created and locked
 * anew. Not thread-safe.
 */
final class SpoolFolder implements AutoCloseable {

    private final Path directory;
    private final LossListener losses;
    private final SegmentFolder segments;

    /** Beyond it a batch may be sent twice. */
    private static final int MAX_DONE = 50_000;

    private final Set<Place> doneWhileAway = new HashSet<>();

    private FolderLock lock;

    SpoolFolder(Path directory, long maxBytes, LossListener losses) {
        this.directory = directory;
        this.losses = losses;
        this.segments = new SegmentFolder(directory, maxBytes);
    }

    /**
     * Makes sure of the right to the folder.
     *
     * @return all that is in it, oldest first, if the right is a new one; null if nothing has changed
     * @throws IOException if the folder cannot be used now
     */
    List<StoredRecord> enter() throws IOException {
        if (lock != null && lock.isHeld()) {
            return null;
        }
        close();
        lock = FolderLock.acquire(directory);
        List<StoredRecord> recovered = null;
        try {
            recovered = segments.recover(losses);
            return withoutThoseDone(recovered);
        } finally {
            if (recovered == null) {
                close();
            }
        }
    }

    StoredRecord append(Batch batch) throws IOException {
        return segments.append(batch);
    }

    /**
     * The batch of a record.
     *
     * @return null if it is damaged, or was deleted from the folder
     * @throws IOException if it cannot be read now
     */
    Batch read(StoredRecord stored) throws IOException {
        try {
            return stored.segment().read(stored);
        } catch (NoSuchFileException e) {
            if (lock != null && lock.isHeld()) {
                return null;
            }
            // not the file alone: the folder itself is away
            throw e;
        }
    }

    /** A restart will not find the batch again. */
    void markDone(StoredRecord stored) {
        if (!segments.markDone(stored) && doneWhileAway.size() < MAX_DONE) {
            doneWhileAway.add(stored.place());
        }
    }

    /** What was done while the folder was away says nothing of it, and would be held a second time. */
    private List<StoredRecord> withoutThoseDone(List<StoredRecord> recovered) {
        if (doneWhileAway.isEmpty()) {
            return recovered;
        }
        List<StoredRecord> left = new ArrayList<>(recovered);
        left.removeIf(stored -> {
            boolean isDone = doneWhileAway.contains(stored.place());
            if (isDone) {
                segments.markDone(stored);
            }
            return isDone;
        });
        doneWhileAway.clear();
        return left;
    }

    /** Deletes a segment with all of its records. */
    void delete(Segment segment) throws IOException {
        segments.delete(segment);
    }

    /** How many bytes its files take. */
    long bytes() {
        return segments.bytes();
    }

    /** Gives up the right to the folder. Closing twice is harmless. */
    @Override
    public void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
