package io.steptrace.runtime.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the assembler however requests, their spans and calls to the process itself are interleaved. */
class TraceAssemblerLawsTest {

    private static final TraceLimits LIMITS = new TraceLimits(5, 6, 12, Duration.ofSeconds(30));
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @Property(tries = 500)
    void givesEachSpanOnceInItsLocalTraceAndHoldsNothingAfterTheEnd(@ForAll("moves") List<Move> moves,
            @ForAll boolean hasOneForRoots, @ForAll boolean hasOneForAll) {
        GivenSpans ofRoots = new GivenSpans(false, false);
        GivenSpans ofAll = new GivenSpans(true, true);
        List<TraceListener> listeners = new ArrayList<>();
        if (hasOneForRoots) {
            listeners.add(ofRoots);
        }
        if (hasOneForAll) {
            listeners.add(ofAll);
        }
        try (AssembledSdk sdk = new AssembledSdk(LIMITS, listeners)) {
            Requests requests = new Requests(sdk);
            for (Move move : moves) {
                requests.make(move);

                assertThat(sdk.holds.spans()).isBetween(0, LIMITS.maxSpans());
                assertThat(sdk.holds.traces()).isBetween(0, LIMITS.maxTraces());
                assertThat(sdk.holds.ownSpans()).isBetween(0, LIMITS.maxSpans());
            }
            if (moves.size() % 2 == 0) {
                sdk.assembler.endRoots();
            }
            requests.endAll();
            if (hasOneForAll) {
                assertThat(sdk.holds.traces()).as("held with nothing open").isZero();
            }
            sdk.assembler.shutdown();

            assertThat(sdk.holds.traces() + sdk.holds.spans() + sdk.holds.ownSpans()).isZero();
            if (hasOneForRoots) {
                assertEachOnceInItsTrace(ofRoots, requests, false);
            }
            if (hasOneForAll) {
                assertEachOnceInItsTrace(ofAll, requests, true);
            }
        }
    }

    private static void assertEachOnceInItsTrace(GivenSpans given, Requests requests, boolean withSampled) {
        Set<String> expected = requests.rootOf.keySet().stream()
                .filter(id -> withSampled || !requests.sampled.contains(id)).collect(Collectors.toSet());
        assertThat(expected).containsAll(given.times.keySet()).hasSize(given.times.size() + given.surplus());
        assertThat(given.times.values()).allMatch(times -> times == 1);
        Set<String> roots = new HashSet<>();
        given.byTrace.forEach((trace, ids) -> assertThat(ids.stream().map(requests.rootOf::get).distinct().toList())
                .as("one local root to a trace, and one trace to a local root").hasSize(1).allMatch(roots::add));
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Arbitraries.integers().between(0, 10).flatMap(kind -> Arbitraries.integers().between(0, 1_000)
                .map(which -> new Move(kind, which))).list().ofMaxSize(80);
    }

    /** @param which of the spans that there are, counted round */
    record Move(int kind, int which) {
    }

    /** The spans so far, and the first root of the local trace of each. */
    private static final class Requests {

        private final AssembledSdk sdk;
        private final List<Span> all = new ArrayList<>();
        private final List<Span> open = new ArrayList<>();
        private final Map<String, String> rootOf = new HashMap<>();
        private final Set<String> sampled = new HashSet<>();

        Requests(AssembledSdk sdk) {
            this.sdk = sdk;
        }

        void make(Move move) {
            String name = move.which() % 2 == 0 ? AssembledSdk.SAMPLED : AssembledSdk.RECORDED;
            if (all.isEmpty() || move.kind() == 0) {
                root(sdk.requestOf(TRACE_ID, "b7ad6b7169203331", name));
            } else if (move.kind() == 1) {
                call(all.get(move.which() % all.size()).getSpanContext(), name);
            } else if (move.kind() <= 5) {
                // also below a span that has ended
                Span parent = all.get(move.which() % all.size());
                add(sdk.child(parent), rootOf.get(parent.getSpanContext().getSpanId()));
            } else if (move.kind() == 6) {
                sdk.clock.advance(Duration.ofSeconds(move.which() % 20).toNanos());
                sdk.assembler.sweep();
            } else if (!open.isEmpty()) {
                open.remove(move.which() % open.size()).end();
            }
        }

        void endAll() {
            open.forEach(Span::end);
        }

        /** The process calls itself. */
        private void call(SpanContext caller, String name) {
            boolean isKnown = sdk.holds.knows(caller);
            Span root = sdk.requestOf(caller.getTraceId(), caller.getSpanId(), name);
            if (isKnown && root.getSpanContext().isSampled() == caller.isSampled()) {
                add(root, rootOf.get(caller.getSpanId()));
            } else {
                root(root);
            }
        }

        private void root(Span root) {
            add(root, root.getSpanContext().getSpanId());
        }

        private void add(Span span, String rootId) {
            String id = span.getSpanContext().getSpanId();
            all.add(span);
            open.add(span);
            rootOf.put(id, rootId);
            if (span.getSpanContext().isSampled()) {
                sampled.add(id);
            }
        }
    }
}
