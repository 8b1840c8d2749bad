package io.steptrace.runtime.internal.export.encoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.google.protobuf.CodedOutputStream;

import io.steptrace.runtime.internal.export.Batch;

/** Bytes of a request, compressed or not. */
final class RequestBody {

    /** What is compressed takes a part of its size, mostly a small one. */
    private static final int EXPECTED_COMPRESSION = 4;

    /** Takes two thirds of the time of the default, 6, for one or two in a hundred bytes more. */
    private static final int GZIP_LEVEL = 5;

    private RequestBody() {
    }

    /**
     * Copies nothing that is not compressed, because requests are large where memory is short.
     *
     * @param size how many bytes the content writes, exactly
     */
    static byte[] written(int size, boolean gzip, Content content) throws IOException {
        if (gzip) {
            return compressed(size, content);
        }
        byte[] bytes = new byte[size];
        CodedOutputStream to = CodedOutputStream.newInstance(bytes);
        content.writeTo(to);
        // what is left would be zeros, which are no fields
        to.checkNoSpaceLeft();
        return bytes;
    }

    private static byte[] compressed(int size, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(64, size / EXPECTED_COMPRESSION));
        try (OutputStream compressed = new Gzip(bytes)) {
            CodedOutputStream to = CodedOutputStream.newInstance(compressed);
            content.writeTo(to);
            to.flush();
        }
        return bytes.toByteArray();
    }

    static byte[] uncompressed(Batch batch) throws IOException {
        if (!batch.gzipped()) {
            return batch.body();
        }
        try (InputStream compressed = new GZIPInputStream(new ByteArrayInputStream(batch.body()))) {
            return compressed.readAllBytes();
        }
    }

    /** The JDK lets only a subclass choose the level. */
    private static final class Gzip extends GZIPOutputStream {

        private static final int BUFFER_BYTES = 8_192;

        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(GZIP_LEVEL);
        }
    }

    /** Something that can be written. */
    @FunctionalInterface
    interface Content {
        void writeTo(CodedOutputStream out) throws IOException;
    }
}
