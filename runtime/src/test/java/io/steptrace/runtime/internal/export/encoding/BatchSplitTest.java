package io.steptrace.runtime.internal.export.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.export.Batch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchSplitTest {

    @Property(tries = 100)
    void theHalvesAreTheRequestsOfHalfTheSpans(@ForAll @IntRange(min = 2, max = 40) int count, @ForAll boolean gzip)
            throws IOException {
        List<SpanData> spans = spans(count, 1);

        List<Batch> halves = BatchSplit.halves(Requests.encoded(gzip, spans).get(0));

        assertThat(halves).usingRecursiveFieldByFieldElementComparator().isEqualTo(List.of(
                Requests.encoded(gzip, spans.subList(0, count / 2)).get(0),
                Requests.encoded(gzip, spans.subList(count / 2, count)).get(0)));
    }

    @Property(tries = 100)
    void noSpanIsLostOrDoubledOnTheWayDownToOne(@ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 1, max = 5) int scopes, @ForAll boolean gzip) throws IOException {
        List<SpanData> spans = spans(count, scopes);
        List<Batch> singles = new ArrayList<>();
        splitToSingles(Requests.encoded(gzip, spans).get(0), singles);

        assertThat(singles).usingRecursiveFieldByFieldElementComparator().containsExactlyInAnyOrderElementsOf(
                spans.stream().map(span -> Requests.encoded(gzip, List.of(span)).get(0)).toList());
    }

    @Test
    void refusesABodyThatIsNotWhatItSays() {
        Batch one = Requests.of("one");

        assertThatThrownBy(() -> BatchSplit.halves(new Batch(one.body(), false, 2))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> BatchSplit.halves(new Batch(one.body(), true, 2))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> BatchSplit.halves(new Batch(new byte[] { 10, 127 }, false, 2)))
                .isInstanceOf(IOException.class);
    }

    private static void splitToSingles(Batch batch, List<Batch> singles) throws IOException {
        if (batch.spans() == 1) {
            singles.add(batch);
            return;
        }
        for (Batch half : BatchSplit.halves(batch)) {
            splitToSingles(half, singles);
        }
    }

    private static List<SpanData> spans(int count, int scopes) {
        return IntStream.range(0, count).mapToObj(i -> Requests.span("span " + i, "scope " + i % scopes,
                Attributes.of(AttributeKey.stringKey("text"), "x".repeat(i * 20)))).toList();
    }
}
