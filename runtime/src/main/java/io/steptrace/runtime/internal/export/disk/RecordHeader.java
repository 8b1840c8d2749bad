package io.steptrace.runtime.internal.export.disk;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import io.steptrace.runtime.internal.export.Batch;

/**
 * What stands before the body of a record: {@code magic, version, state, flags, spans, length, checksum of the body, checksum
 * of the header}. The state is not part of any checksum, so that it can be overwritten in place.
 *
 * @param gzipped whether the body is compressed
 * @param spans how many spans the body holds
 * @param length of the body, in bytes
 * @param bodyChecksum CRC32C of the body
 */
record RecordHeader(boolean gzipped, int spans, int length, int bodyChecksum) {

    static final int BYTES = 20;
    static final int STATE_AT = 2;

    /** Six bits apart, so that no damaged bit makes a record look delivered; all that is not DONE is live. */
    static final byte LIVE = 0x35;
    static final byte DONE = (byte) 0xC9;

    private static final byte MAGIC = (byte) 0xA7;
    private static final byte VERSION = 1;
    /** Thirty bytes are little for a span, and a thousandth is much for gzip. */
    private static final long MAX_SPANS_PER_BYTE = 34;
    private static final int FLAGS_AT = STATE_AT + 1;
    private static final int CHECKSUM_AT = BYTES - Integer.BYTES;

    static RecordHeader of(Batch batch) {
        return new RecordHeader(batch.gzipped(), batch.spans(), batch.body().length, checksum(ByteBuffer.wrap(batch.body())));
    }

    /** @return null if these bytes are no sound header */
    static RecordHeader decode(ByteBuffer bytes) {
        if (bytes.get(0) != MAGIC || bytes.get(1) != VERSION || bytes.getInt(CHECKSUM_AT) != headerChecksum(bytes)) {
            return null;
        }
        RecordHeader header = new RecordHeader(bytes.get(FLAGS_AT) != 0, bytes.getInt(4), bytes.getInt(8), bytes.getInt(12));
        return header.isPossible() ? header : null;
    }

    /** Whether these bytes, which are no sound header, begin as the header of a later version does. */
    static boolean isOfLaterVersion(ByteBuffer bytes) {
        return bytes.get(0) == MAGIC && bytes.get(1) > VERSION;
    }

    static long recordBytes(Batch batch) {
        return BYTES + (long) batch.body().length;
    }

    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(MAGIC).put(VERSION).put(LIVE).put((byte) (gzipped ? 1 : 0));
        bytes.putInt(spans).putInt(length).putInt(bodyChecksum);
        bytes.putInt(headerChecksum(bytes));
        return bytes.flip();
    }

    boolean describes(byte[] body) {
        return length == body.length && bodyChecksum == checksum(ByteBuffer.wrap(body));
    }

    long recordBytes() {
        return BYTES + (long) length;
    }

    /** A checksum keeps accidents away, and not what was put there on purpose. */
    private boolean isPossible() {
        return length >= 0 && spans >= 0 && spans <= MAX_SPANS_PER_BYTE * recordBytes();
    }

    private static int headerChecksum(ByteBuffer bytes) {
        return checksum(bytes.slice(0, STATE_AT), bytes.slice(FLAGS_AT, CHECKSUM_AT - FLAGS_AT));
    }

    private static int checksum(ByteBuffer... parts) {
        CRC32C checksum = new CRC32C();
        for (ByteBuffer part : parts) {
            checksum.update(part);
        }
        return (int) checksum.getValue();
    }
}
