package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.LossListener;

/** The segments of a folder, oldest first; the last one grows. Not thread-safe. */
final class SegmentFolder {

    private static final String SUFFIX = ".spool";
    private static final Pattern NAME = Pattern.compile("\\d{16}\\.spool");
    private static final long HIGHEST_NUMBER = 999_999_999_999_999L;
    private static final long MIN_SEGMENT_BYTES = 64 * 1024;
    private static final long MAX_SEGMENT_BYTES = 4 * 1024 * 1024;

    private final Path directory;
    private final long segmentBytes;
    private final List<Segment> segments = new ArrayList<>();

    private Segment growing;
    private long lastNumber;

    SegmentFolder(Path directory, long maxBytes) {
        this.directory = directory;
        this.segmentBytes = segmentBytes(maxBytes);
    }

    /** A folder shrinks by whole segments, so even the smallest has room for a few of them. */
    static long segmentBytes(long maxBytes) {
        long share = Math.min(Math.max(maxBytes / 64, MIN_SEGMENT_BYTES), MAX_SEGMENT_BYTES);
        return Math.min(share, Math.max(maxBytes / 4, 1));
    }

    /**
     * Reads what is in the folder, oldest first, and forgets what was known of it. New batches never go behind it: its tail may
     * be torn.
     */
    List<StoredRecord> recover(LossListener losses) throws IOException {
        List<StoredRecord> recovered = new ArrayList<>();
        List<Segment> found = new ArrayList<>();
        for (Path file : files()) {
            Segment segment = new Segment(new SegmentFile(file));
            List<StoredRecord> records = segment.recover(losses);
            if (records != null) {
                recovered.addAll(records);
                found.add(segment);
            }
            lastNumber = Math.max(lastNumber, number(file));
        }
        // not before all of them could be read
        segments.clear();
        segments.addAll(found);
        growing = null;
        sweep();
        return recovered;
    }

    StoredRecord append(Batch batch) throws IOException {
        if (growing == null || growing.length() + RecordHeader.recordBytes(batch) > segmentBytes) {
            begin();
        }
        try {
            return growing.append(batch);
        } catch (IOException | RuntimeException | Error e) {
            growing = null;
            sweep();
            throw e;
        }
    }

    /** @return whether that could be noted */
    boolean markDone(StoredRecord stored) {
        if (!segments.contains(stored.segment())) {
            // the file may be that of another by now
            return false;
        }
        boolean isNoted = stored.segment().markDone(stored);
        if (stored.segment().isDone()) {
            sweep();
        }
        return isNoted;
    }

    /** Deletes a segment with all of its records. */
    void delete(Segment segment) throws IOException {
        segment.delete();
        segments.remove(segment);
        sweep();
    }

    long bytes() {
        long bytes = 0;
        for (Segment segment : segments) {
            bytes += segment.length();
        }
        return bytes;
    }

    private void begin() throws IOException {
        growing = null;
        while (growing == null) {
            try {
                lastNumber++;
                growing = Segment.create(directory.resolve(String.format(Locale.ROOT, "%016d", lastNumber) + SUFFIX));
            } catch (FileAlreadyExistsException e) {
                // not made by this process, so it stays as it is
            }
        }
        segments.add(growing);
    }

    /** One that cannot be deleted keeps its place and its share of the bytes, and is tried again. */
    private void sweep() {
        segments.removeIf(segment -> segment.isDone() && isDeleted(segment));
        if (!segments.contains(growing)) {
            growing = null;
        }
    }

    private static boolean isDeleted(Segment segment) {
        try {
            segment.delete();
            return true;
        } catch (IOException | OutOfMemoryError e) {
            return false;
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, SegmentFolder::isSegment)) {
            stream.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(null);
        return files;
    }

    private static boolean isSegment(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Zero if it is so high that no counting has led to it, and the numbers behind it would soon be too long. */
    private static long number(Path file) {
        String name = file.getFileName().toString();
        long number = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        return number > HIGHEST_NUMBER ? 0 : number;
    }
}
