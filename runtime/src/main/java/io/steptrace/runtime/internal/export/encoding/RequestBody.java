package io.steptrace.runtime.internal.export.encoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import io.steptrace.runtime.internal.export.Batch;

/** Bytes of a request, compressed or not. */
final class RequestBody {

    /** What is compressed takes a part of its size, mostly a small one. */
    private static final int EXPECTED_COMPRESSION = 4;

    private RequestBody() {
    }

    /** @param size how many bytes the content writes */
    static byte[] written(int size, boolean gzip, Content content) throws IOException {
        Bytes bytes = new Bytes(gzip ? Math.max(64, size / EXPECTED_COMPRESSION) : size);
        if (gzip) {
            try (OutputStream compressed = new GZIPOutputStream(bytes)) {
                content.writeTo(compressed);
            }
        } else {
            content.writeTo(bytes);
        }
        return bytes.exact();
    }

    static byte[] uncompressed(Batch batch) throws IOException {
        if (!batch.gzipped()) {
            return batch.body();
        }
        try (InputStream compressed = new GZIPInputStream(new ByteArrayInputStream(batch.body()))) {
            return compressed.readAllBytes();
        }
    }

    /** Something that can be written. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Copies nothing if the expected size was right, because requests are large where memory is short. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes(int expected) {
            super(expected);
        }

        byte[] exact() {
            return count == buf.length ? buf : toByteArray();
        }
    }
}
