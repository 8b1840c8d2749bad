package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;

/** One append-only file of records, and how many of them still matter. Not thread-safe. */
final class Segment {

    private final SegmentFile file;
    private long length;
    private int live;

    Segment(SegmentFile file) {
        this.file = file;
    }

    /**
     * Reads what another process left, and counts what of it is damaged.
     *
     * @return its records; null if it is of a later version, and not for this one to touch
     */
    List<StoredRecord> recover(LossListener losses) throws IOException {
        SegmentScan scan = SegmentScan.of(file);
        if (scan.later()) {
            losses.lost(LossListener.SPOOL_DAMAGED, 0);
            return null;
        }
        if (scan.cut()) {
            losses.lost(LossListener.SPOOL_DAMAGED, scan.cutSpans());
        }
        length = scan.length();
        live = scan.live().size();
        return scan.live().stream().map(found -> new StoredRecord(this, found.offset(), found.length(), found.spans()))
                .toList();
    }

    /** A segment that failed to append must not be appended to again. */
    StoredRecord append(Batch batch) throws IOException {
        RecordHeader header = RecordHeader.of(batch);
        StoredRecord stored = new StoredRecord(this, length, header.length(), header.spans());
        try {
            // does not create it: a file that was taken away must not come back with a hole in the place of its records
            file.write(length, header.encode(), ByteBuffer.wrap(batch.body()));
        } catch (IOException | RuntimeException | Error e) {
            cutTornTail(header.recordBytes());
            throw e;
        }
        length += header.recordBytes();
        live++;
        return stored;
    }

    /**
     * @return null if the record is damaged
     * @throws NoSuchFileException if the file is not there
     * @throws IOException if it cannot be read now
     */
    Batch read(StoredRecord stored) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(RecordHeader.BYTES);
        byte[] body = new byte[stored.length()];
        if (!file.read(stored.offset(), head, ByteBuffer.wrap(body))) {
            return null;
        }
        RecordHeader header = RecordHeader.decode(head);
        return header != null && header.describes(body) ? new Batch(body, header.gzipped(), header.spans()) : null;
    }

    /**
     * A restart will not find the record again.
     *
     * @return whether that could be noted
     */
    boolean markDone(StoredRecord stored) {
        live--;
        try {
            file.write(stored.offset() + RecordHeader.STATE_AT, ByteBuffer.wrap(new byte[] { RecordHeader.DONE }));
            return true;
        } catch (IOException | OutOfMemoryError e) {
            // the worst that follows is that a restart sends it twice
            return false;
        }
    }

    long length() {
        return length;
    }

    boolean isDone() {
        return live == 0;
    }

    /** Begins one with a file of its own. */
    static Segment create(Path path) throws IOException {
        SegmentFile file = new SegmentFile(path);
        file.create();
        return new Segment(file);
    }

    Path path() {
        return file.path();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file.path());
    }

    private void cutTornTail(long tornBytes) {
        try {
            file.truncate(length);
        } catch (NoSuchFileException e) {
            // nothing was written
        } catch (IOException | OutOfMemoryError e) {
            // how much of it was written is unknown: the bound of the folder counts all of it
            length += tornBytes;
        }
    }
}
