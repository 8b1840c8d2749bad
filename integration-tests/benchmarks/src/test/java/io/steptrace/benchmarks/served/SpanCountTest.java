package io.steptrace.benchmarks.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class SpanCountTest {

    @Test
    void countsTheSpansOfAllScopesAndResources() {
        byte[] span = field(1, new byte[200]);
        byte[] scopeName = field(1, "scope".getBytes());
        byte[] scope = join(scopeName, field(2, span), field(2, span));
        byte[] resource = join(field(1, field(1, span)), field(2, scope), field(2, scope));

        assertThat(SpanCount.of(join(field(1, resource), field(1, resource)))).isEqualTo(8);
    }

    @Test
    void skipsNumbersOfEverySize() {
        byte[] numbers = { 3 << 3, (byte) 0xFF, 1, 4 << 3 | 1, 0, 0, 0, 0, 0, 0, 0, 0, 5 << 3 | 5, 0, 0, 0, 0 };
        byte[] scope = join(numbers, field(2, new byte[0]));

        assertThat(SpanCount.of(field(1, join(numbers, field(2, scope))))).isEqualTo(1);
    }

    @Test
    void findsNoneInAnEmptyRequest() {
        assertThat(SpanCount.of(new byte[0])).isZero();
    }

    @Test
    void refusesWhatIsNotProtobuf() {
        assertThatThrownBy(() -> SpanCount.of(new byte[] { 7 })).hasMessageContaining("wire type 7");
    }

    /** A length-delimited field. */
    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        int length = content.length;
        for (; length > 0x7F; length >>>= 7) {
            out.write(length & 0x7F | 0x80);
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
