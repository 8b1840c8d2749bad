package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a segment file holds, header by header. Bodies are checked when they are taken: a start does not read the whole spool.
 *
 * @param live the headers of the records that were not done
 * @param length of the sound part of the file, in bytes
 * @param cut whether something behind that was cut off the file, since no record can be found there any more
 * @param cutSpans how many spans were cut off, as far as that is known
 * @param later whether it was written by a later version, so that nothing of it was read or cut
 */
record SegmentScan(List<Found> live, long length, boolean cut, int cutSpans, boolean later) {

    /** A record whose header is sound. */
    record Found(long offset, int length, int spans) {
    }

    static SegmentScan of(SegmentFile file) throws IOException {
        SegmentScan scan = file.open(SegmentScan::scan, StandardOpenOption.READ);
        if (scan.cut) {
            // cut off now, it is not counted again by the next start
            file.truncate(scan.length);
        }
        return scan;
    }

    private static SegmentScan scan(FileChannel channel) throws IOException {
        List<Found> live = new ArrayList<>();
        ByteBuffer head = ByteBuffer.allocate(RecordHeader.BYTES);
        long size = channel.size();
        long at = 0;
        while (at < size) {
            RecordHeader header = SegmentFile.read(channel, at, head) ? RecordHeader.decode(head) : null;
            if (header == null) {
                boolean later = at == 0 && RecordHeader.isOfLaterVersion(head);
                return new SegmentScan(live, at, !later, 0, later);
            }
            boolean done = head.get(RecordHeader.STATE_AT) == RecordHeader.DONE;
            if (at + header.recordBytes() > size) {
                return new SegmentScan(live, at, true, done ? 0 : header.spans(), false);
            }
            if (!done) {
                live.add(new Found(at, header.length(), header.spans()));
            }
            at += header.recordBytes();
        }
        return new SegmentScan(live, at, false, 0, false);
    }
}
