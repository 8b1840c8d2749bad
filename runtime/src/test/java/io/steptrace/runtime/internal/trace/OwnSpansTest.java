package io.steptrace.runtime.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

class OwnSpansTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String A_SPAN = "00000000000000a1";
    private static final String ANOTHER = "00000000000000b1";
    private static final List<String> SPAN_IDS = IntStream.rangeClosed(1, 5).mapToObj(number -> "000000000000000" + number)
            .toList();

    private final OwnSpans own = new OwnSpans(3);

    @Test
    void tellsRequestsApartThatAClientHasSentWithinOneTrace() {
        AssembledTrace one = trace();
        AssembledTrace other = trace();
        OwnSpans.OfTrace ofOne = own.begin(one);
        OwnSpans.OfTrace ofOther = own.begin(other);
        ofOne.add(A_SPAN, 2);
        ofOther.add(ANOTHER, 2);

        assertThat(found(A_SPAN)).isSameAs(one);
        assertThat(found(ANOTHER)).isSameAs(other);
        ofOne.forget();
        assertThat(found(A_SPAN)).isNull();
        assertThat(found(ANOTHER)).isSameAs(other);
        ofOther.forget();
        assertThat(found(ANOTHER)).isNull();
        assertThat(own.size()).isZero();
    }

    @Test
    void knowsNoMoreThanItMayOfOneTraceAndOfAll() {
        OwnSpans.OfTrace first = own.begin(trace());
        OwnSpans.OfTrace second = own.begin(trace());
        SPAN_IDS.subList(0, 3).forEach(spanId -> first.add(spanId, 2));
        SPAN_IDS.subList(3, 5).forEach(spanId -> second.add(spanId, 2));

        assertThat(SPAN_IDS).filteredOn(spanId -> found(spanId) != null)
                .containsExactly(SPAN_IDS.get(0), SPAN_IDS.get(1), SPAN_IDS.get(3));
        assertThat(own.size()).isEqualTo(3);
        first.forget();
        second.add(SPAN_IDS.get(4), 2);
        assertThat(found(SPAN_IDS.get(4))).isNotNull();
    }

    @Test
    void looksThroughFewTracesOfAClientThatSendsAllWithinOne() {
        OwnSpans own = new OwnSpans(1_000);
        List<OwnSpans.OfTrace> known = Stream.generate(() -> own.begin(trace())).limit(100).toList();
        known.get(0).add(A_SPAN, 1);
        known.get(99).add(ANOTHER, 1);

        assertThat(found(own, A_SPAN)).isNotNull();
        assertThat(found(own, ANOTHER)).isNull();
        known.forEach(OwnSpans.OfTrace::forget);
        assertThat(own.size()).isZero();
        own.begin(trace()).add(ANOTHER, 1);
        assertThat(found(own, ANOTHER)).isNotNull();
    }

    private static AssembledTrace trace() {
        return new AssembledTrace(TRACE_ID, new Audience(List.of(), true));
    }

    private AssembledTrace found(String spanId) {
        return found(own, spanId);
    }

    private static AssembledTrace found(OwnSpans own, String spanId) {
        return own.traceOf(
                SpanContext.createFromRemoteParent(TRACE_ID, spanId, TraceFlags.getSampled(), TraceState.getDefault()));
    }
}
