package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.trace.TraceLimits;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the tail however requests, their spans and calls to the process itself are interleaved. */
class HeldSpansLawsTest {

    private static final TraceLimits LIMITS = new TraceLimits(5, 6, 12, Duration.ofSeconds(30));
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @Property(tries = 500)
    void holdsNoMoreThanItMayAndDecidesEachSpanOnceWithItsLocalRoot(@ForAll("moves") List<Move> moves) {
        SpanEnds ends = new SpanEnds();
        try (TailSampledSdk sdk = new TailSampledSdk("head:0,tail:error", LIMITS, ends)) {
            Requests requests = new Requests(sdk);
            for (Move move : moves) {
                requests.make(move);

                assertThat(sdk.holds.spans()).isBetween(0, LIMITS.maxSpans());
                assertThat(sdk.holds.traces()).isBetween(0, LIMITS.maxTraces());
                assertThat(sdk.holds.ownSpans()).isBetween(0, LIMITS.maxSpans());
            }
            requests.endAll();
            sdk.assembler.endRoots();

            assertThat(sdk.holds.spans() + sdk.holds.traces() + sdk.holds.ownSpans()).isZero();
            assertThat(ends.bySpanId()).as("each span once").hasSize(requests.rootOf.size()).containsOnlyKeys(
                    requests.rootOf.keySet()).allSatisfy((spanId, times) -> assertThat(times).isEqualTo(1));
            Set<String> kept = sdk.exported().stream().map(SpanData::getSpanId).collect(Collectors.toSet());
            assertThat(kept).hasSize(sdk.exported().size());
            requests.rootOf.forEach((spanId, rootId) -> assertThat(kept.contains(spanId)).as("follows its local root")
                    .isEqualTo(kept.contains(rootId)));
            assertThat(decided(sdk.tally.kept()) + decided(sdk.tally.dropped())).as("each trace once")
                    .isEqualTo(requests.traces);
        }
    }

    private static long decided(Map<String, Long> byReason) {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Arbitraries.integers().between(0, 9).flatMap(kind -> Arbitraries.integers().between(0, 1_000)
                .map(which -> new Move(kind, which))).list().ofMaxSize(80);
    }

    /** @param which of the spans that there are, counted round */
    record Move(int kind, int which) {
    }

    /** The spans so far, and the local root of each. */
    private static final class Requests {

        private final TailSampledSdk sdk;
        private final List<Span> all = new ArrayList<>();
        private final List<Span> open = new ArrayList<>();
        private final Map<String, String> rootOf = new HashMap<>();
        private int traces;

        Requests(TailSampledSdk sdk) {
            this.sdk = sdk;
        }

        void make(Move move) {
            if (all.isEmpty() || move.kind() == 0) {
                root(sdk.requestOf(TailSampledSdk.foreign(TRACE_ID, "b7ad6b7169203331"), "chosen"));
            } else if (move.kind() == 1) {
                Span caller = all.get(move.which() % all.size());
                boolean isItsOwn = sdk.holds.knows(caller.getSpanContext());
                root(sdk.requestOf(caller.getSpanContext(), "itself"));
                traces -= isItsOwn ? 1 : 0;
            } else if (move.kind() <= 5 && !open.isEmpty()) {
                // below a span that has ended none is recorded
                Span parent = open.get(move.which() % open.size());
                add(sdk.child(parent, "part"), rootOf.get(parent.getSpanContext().getSpanId()));
            } else if (move.kind() == 6) {
                sdk.clock.advance(Duration.ofSeconds(move.which() % 20).toNanos());
                sdk.assembler.sweep();
            } else if (!open.isEmpty()) {
                Span ending = open.remove(move.which() % open.size());
                (move.kind() == 7 ? ending.setStatus(StatusCode.ERROR) : ending).end();
            }
        }

        void endAll() {
            open.forEach(Span::end);
        }

        private void root(Span root) {
            traces++;
            add(root, root.getSpanContext().getSpanId());
        }

        private void add(Span span, String rootId) {
            all.add(span);
            open.add(span);
            rootOf.put(span.getSpanContext().getSpanId(), rootId);
        }
    }
}
