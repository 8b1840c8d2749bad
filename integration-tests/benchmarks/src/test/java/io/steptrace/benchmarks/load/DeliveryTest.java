package io.steptrace.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.load.Delivery.Share;
import io.steptrace.benchmarks.load.Mix.Kind;
import io.steptrace.benchmarks.served.FieldPath;

/** What a sink receives of a load, and how that is counted. */
class DeliveryTest {

    private static final String ONE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OTHER = "fffffffffffffffffffffffffffffffe";

    private static final Delivery ONE_START = new Delivery(
            Map.of(Kind.FAILING, new Share(9, 10), Kind.ORDINARY, new Share(21, 990)), 3_000);

    @Test
    void countsTheSpansOfAllScopesAndResources() {
        byte[] span = field(1, new byte[200]);
        byte[] scopeName = field(1, "scope".getBytes());
        byte[] scope = join(scopeName, field(2, span), field(2, span));
        byte[] resource = join(field(1, field(1, span)), field(2, scope), field(2, scope));

        assertThat(FieldPath.SPANS.count(join(field(1, resource), field(1, resource)))).isEqualTo(8);
    }

    @Test
    void skipsNumbersOfEverySize() {
        byte[] numbers = { 3 << 3, (byte) 0xFF, 1, 4 << 3 | 1, 0, 0, 0, 0, 0, 0, 0, 0, 5 << 3 | 5, 0, 0, 0, 0 };
        byte[] scope = join(numbers, field(2, new byte[0]));

        assertThat(FieldPath.SPANS.count(field(1, join(numbers, field(2, scope))))).isEqualTo(1);
    }

    @Test
    void findsNoneInAnEmptyRequest() {
        assertThat(FieldPath.SPANS.count(new byte[0])).isZero();
    }

    @Test
    void refusesWhatIsNotProtobuf() {
        assertThatThrownBy(() -> FieldPath.SPANS.count(new byte[] { 7 })).hasMessageContaining("wire type 7");
    }

    @Test
    void findsTheTraceOfEverySpan() {
        ReceivedTraces received = new ReceivedTraces();
        received.accept(request(ONE, ONE));
        received.accept(request(OTHER, ONE));

        assertThat(received.ids()).containsExactlyInAnyOrder(ReceivedTraces.parse(ONE), ReceivedTraces.parse(OTHER));
    }

    @Test
    void sumsUpAllStarts() {
        Delivery both = ONE_START.plus(ONE_START);

        assertThat(both.shares().get(Kind.FAILING)).isEqualTo(new Share(18, 20));
        assertThat(both.bytesPerRequest()).isEqualTo(3);
        assertThat(both.bytesPerArrivedTrace()).isEqualTo(100);
    }

    @Test
    void aShareIsWhatArrivedOfWhatWasMade() {
        Share failed = ONE_START.shares().get(Kind.FAILING);

        assertThat(failed.lost()).isEqualTo(1);
        assertThat(failed.percent()).isEqualTo(90);
        assertThat(new Share(30, 1_000).minus(failed)).isEqualTo(new Share(21, 990));
    }

    @Test
    void oneInAHundredFailsAndOneIsSlow() {
        Mix mix = new Mix();
        String[] pages = IntStream.range(0, 100_000).mapToObj(request -> mix.next()).toArray(String[]::new);

        assertThat(pages).filteredOn(Kind.FAILING.page()::equals).hasSizeBetween(800, 1_200);
        assertThat(pages).filteredOn(Kind.SLOW.page()::equals).hasSizeBetween(800, 1_200);
    }

    private static byte[] request(String... traceIds) {
        ByteArrayOutputStream spans = new ByteArrayOutputStream();
        for (String traceId : traceIds) {
            spans.writeBytes(field(2, field(1, HexFormat.of().parseHex(traceId))));
        }
        return field(1, field(2, spans.toByteArray()));
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
