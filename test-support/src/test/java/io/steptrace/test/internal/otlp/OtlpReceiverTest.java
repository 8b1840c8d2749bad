package io.steptrace.test.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.data.SpanData;

class OtlpReceiverTest {

    private static final int IS_PARENT_REMOTE = 0x300;

    private final List<SpanData> received = new CopyOnWriteArrayList<>();

    @Test
    void takesSpansCompressedOrNot() throws Exception {
        try (OtlpReceiver receiver = OtlpReceiver.listening(received::addAll)) {
            assertThat(send(receiver, body("plain", 0), null)).isEqualTo(200);
            assertThat(send(receiver, gzipped(body("gzipped", IS_PARENT_REMOTE)), "gzip")).isEqualTo(200);
            assertThat(send(receiver, new byte[] { 1, 2, 3 }, null)).isEqualTo(415);
        }

        assertThat(received).extracting(SpanData::getName).containsExactly("plain", "gzipped");
        assertThat(received).extracting(span -> span.getParentSpanContext().isRemote()).containsExactly(false, true);
    }

    private static byte[] body(String name, int flags) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        request.addResourceSpansBuilder().addScopeSpansBuilder().addSpans(Span.newBuilder().setName(name)
                .setKind(Span.SpanKind.SPAN_KIND_INTERNAL).setFlags(flags)
                .setTraceId(ByteString.fromHex("0af7651916cd43dd8448eb211c80319c"))
                .setSpanId(ByteString.fromHex("00f067aa0ba902b7")).setParentSpanId(ByteString.fromHex("00f067aa0ba902b8")));
        return request.build().toByteArray();
    }

    private static byte[] gzipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static int send(OtlpReceiver receiver, byte[] body, String encoding) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(receiver.url() + "/v1/traces"))
                .POST(BodyPublishers.ofByteArray(body));
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
