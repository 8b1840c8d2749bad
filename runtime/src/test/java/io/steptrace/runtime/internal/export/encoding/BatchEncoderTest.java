package io.steptrace.runtime.internal.export.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.RecordedLosses.Loss;

class BatchEncoderTest {

    private final RecordedLosses losses = new RecordedLosses();
    private final List<Batch> batches = new ArrayList<>();

    @Test
    void keepsEachRequestBelowItsLimit() {
        encoder(10_000).encode(Requests.encoded(spans(100, 1_000)), batches::add);

        assertThat(batches).hasSizeBetween(10, 20).allMatch(batch -> batch.body().length <= 10_000);
        assertThat(names()).containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(String::valueOf).toList());
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void sendsASpanThatIsLargerAloneForTheCollectorToDecide() {
        List<SpanData> spans = new ArrayList<>(spans(4, 10));
        spans.add(2, Requests.span("large", "test", text(50_000)));

        encoder(10_000).encode(Requests.encoded(spans), batches::add);

        assertThat(names()).containsExactly("0", "1", "large", "2", "3");
        assertThat(batches).filteredOn(batch -> batch.body().length > 10_000).singleElement()
                .satisfies(batch -> assertThat(batch.spans()).isEqualTo(1));
    }

    @Test
    void losesNothingBesideASpanThatMeetsAnError() {
        List<EncodedSpan> spans = new ArrayList<>(Requests.encoded(spans(7, 10)));
        spans.add(3, new EncodedSpan(spans.get(0).resource(), spans.get(0).scope(), null));

        encoder(10_000).encode(spans, batches::add);

        assertThat(names()).containsExactly("0", "1", "2", "3", "4", "5", "6");
        assertThat(losses.all()).containsExactly(new Loss("encoding", 1));
    }

    private BatchEncoder encoder(long maxRequestBytes) {
        return new BatchEncoder(false, maxRequestBytes, losses);
    }

    private List<String> names() {
        return batches.stream().flatMap(batch -> Requests.names(batch).stream()).toList();
    }

    private static List<SpanData> spans(int count, int length) {
        return IntStream.range(0, count).mapToObj(i -> Requests.span(String.valueOf(i), "test", text(length))).toList();
    }

    private static Attributes text(int length) {
        return Attributes.of(AttributeKey.stringKey("text"), "x".repeat(length));
    }
}
