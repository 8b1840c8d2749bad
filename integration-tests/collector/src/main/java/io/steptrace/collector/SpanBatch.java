package io.steptrace.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/** Spans with ids of their own, and the export request that carries them. */
record SpanBatch(List<String> spanIds) {

    static SpanBatch of(int spans) {
        return new SpanBatch(IntStream.range(0, spans)
                .mapToObj(span -> HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()))
                .toList());
    }

    byte[] protobuf() {
        ScopeSpans.Builder spans = ScopeSpans.newBuilder();
        for (String spanId : spanIds) {
            spans.addSpans(Span.newBuilder().setName("span").setSpanId(ByteString.fromHex(spanId)));
        }
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        request.addResourceSpansBuilder().addScopeSpans(spans);
        return request.build().toByteArray();
    }

    byte[] gzipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(protobuf());
        }
        return bytes.toByteArray();
    }
}
