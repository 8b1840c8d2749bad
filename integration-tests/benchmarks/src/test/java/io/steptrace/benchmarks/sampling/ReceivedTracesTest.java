package io.steptrace.benchmarks.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

class ReceivedTracesTest {

    private static final String ONE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OTHER = "fffffffffffffffffffffffffffffffe";

    @Test
    void findsTheTraceOfEverySpan() {
        ReceivedTraces received = new ReceivedTraces();
        received.accept(request(ONE, ONE));
        received.accept(request(OTHER, ONE));

        assertThat(received.keys()).containsExactlyInAnyOrder(TraceKey.parse(ONE), TraceKey.parse(OTHER));
    }

    private static byte[] request(String... traceIds) {
        ByteArrayOutputStream spans = new ByteArrayOutputStream();
        for (String traceId : traceIds) {
            spans.writeBytes(field(2, field(1, HexFormat.of().parseHex(traceId))));
        }
        return field(1, field(2, spans.toByteArray()));
    }

    /** A length-delimited field of less than 128 bytes. */
    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
