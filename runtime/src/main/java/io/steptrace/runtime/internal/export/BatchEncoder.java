package io.steptrace.runtime.internal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Turns spans into the body of a request, once; the only class that knows the marshaler of the SDK, which is internal. */
final class BatchEncoder {

    private final boolean gzip;

    BatchEncoder(boolean gzip) {
        this.gzip = gzip;
    }

    Batch encode(Collection<SpanData> spans) throws IOException {
        TraceRequestMarshaler marshaler = TraceRequestMarshaler.create(spans);
        ByteArrayOutputStream body = new ByteArrayOutputStream(marshaler.getBinarySerializedSize());
        if (gzip) {
            try (OutputStream compressed = new GZIPOutputStream(body)) {
                marshaler.writeBinaryTo(compressed);
            }
        } else {
            marshaler.writeBinaryTo(body);
        }
        return new Batch(body.toByteArray(), gzip, spans.size());
    }
}
