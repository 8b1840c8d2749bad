package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Records that lie, with checksums that are right. */
final class Forgery {

    private Forgery() {
    }

    static byte[] of(int length, int spans, String body) {
        int bodyChecksum = RecordHeader.of(batch(body, 1)).bodyChecksum();
        byte[] bytes = body.getBytes(UTF_8);
        return ByteBuffer.allocate(RecordHeader.BYTES + bytes.length)
                .put(new RecordHeader(false, spans, length, bodyChecksum).encode()).put(bytes).array();
    }
}
