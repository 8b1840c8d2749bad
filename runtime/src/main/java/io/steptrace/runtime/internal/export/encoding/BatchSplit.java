package io.steptrace.runtime.internal.export.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import io.steptrace.runtime.internal.export.Batch;

/**
 * Cuts a request into two, each with half of its spans: on the wire, since a batch that lay on the disk has no other
 * form. Keeps what it does not know where it stands.
 */
public final class BatchSplit {

    /** The fields that lead from an {@code ExportTraceServiceRequest} by way of resource and scope to a span. */
    private static final int[] PATH = { 1, 2, 2 };

    private final int from;
    private final int to;
    private int seen;

    private BatchSplit(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The two halves, in order.
     *
     * @param batch of at least two spans
     * @throws IOException if its body is not what it says
     */
    public static List<Batch> halves(Batch batch) throws IOException {
        byte[] request = RequestBody.uncompressed(batch);
        int half = batch.spans() / 2;
        return List.of(part(request, 0, half, batch.gzipped()), part(request, half, batch.spans(), batch.gzipped()));
    }

    private static Batch part(byte[] request, int from, int to, boolean gzip) throws IOException {
        byte[] part = new BatchSplit(from, to).part(request, 0);
        if (part == null) {
            throw new IOException("fewer spans than expected");
        }
        return new Batch(RequestBody.written(part.length, gzip, out -> out.writeRawBytes(part)), gzip, to - from);
    }

    /** What of a message on this level is to stay; null for nothing. */
    private byte[] part(byte[] message, int level) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(message);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length / 2);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        boolean isEmpty = true;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) != PATH[level]) {
                in.skipField(tag, out);
                continue;
            }
            byte[] kept = kept(in.readByteArray(), level);
            if (kept != null) {
                out.writeByteArray(PATH[level], kept);
                isEmpty = false;
            }
        }
        out.flush();
        return isEmpty ? null : bytes.toByteArray();
    }

    private byte[] kept(byte[] child, int level) throws IOException {
        if (level < PATH.length - 1) {
            return part(child, level + 1);
        }
        int index = seen++;
        return index >= from && index < to ? child : null;
    }
}
