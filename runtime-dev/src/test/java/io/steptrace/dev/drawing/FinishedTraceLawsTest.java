package io.steptrace.dev.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.steptrace.dev.answer.SpanRow;
import io.steptrace.dev.answer.SpanStretch;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.steptrace.dev.answer.Wait;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;
import io.steptrace.runtime.internal.verdict.KnownWait;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of each trace, whatever its spans and waits. */
class FinishedTraceLawsTest {

    /**
     * A span to be recorded, and what it waits for.
     *
     * @param parent the number of its parent among those before it
     */
    record Drawn(int parent, int beginMillis, int lengthMillis, SpanKind kind, Wait waited, int waitMillis) {
    }

    @Provide
    Arbitrary<List<Drawn>> traces() {
        Arbitrary<Integer> millis = Arbitraries.integers().between(0, 30);
        Arbitrary<SpanKind> kinds = Arbitraries.of(SpanKind.INTERNAL, SpanKind.CLIENT, SpanKind.SERVER, SpanKind.PRODUCER);
        Arbitrary<Wait> waits = Combinators.combine(Arbitraries.strings().withChars("ab").ofLength(1),
                millis.map(Integer::longValue)).as(Wait::new).injectNull(0.5);
        return Combinators.combine(Arbitraries.integers().between(0, 9), millis, millis, kinds, waits, millis).as(Drawn::new)
                .list().ofMinSize(1).ofMaxSize(14);
    }

    @Property(tries = 300)
    void theStretchesOfASpanCoverItWithoutOverlap(@ForAll("traces") List<Drawn> drawn) {
        for (SpanRow row : record(drawn).spans()) {
            long untilNanos = row.beginNanos();
            for (SpanStretch stretch : row.stretches()) {
                assertThat(stretch.beginNanos()).isEqualTo(untilNanos);
                assertThat(stretch.endNanos()).isGreaterThan(untilNanos);
                untilNanos = stretch.endNanos();
            }
            assertThat(untilNanos).isEqualTo(row.endNanos());
        }
    }

    @Property(tries = 300)
    void theLineAddsUpToTheLengthOfTheRoot(@ForAll("traces") List<Drawn> drawn) {
        TraceDetail detail = record(drawn);
        TraceLine line = detail.line();
        SpanRow root = detail.spans().stream().filter(row -> row.name().equals("span 0")).findFirst().orElseThrow();
        assertThat(line.lengthNanos()).isEqualTo(root.endNanos() - root.beginNanos());
        assertThat(line.workingNanos() + line.unknownNanos() + line.waits().stream().mapToLong(Wait::nanos).sum())
                .isEqualTo(line.lengthNanos());
    }

    @Property(tries = 300)
    void theStretchesOfTheRootAreWhatTheLineSumsUp(@ForAll("traces") List<Drawn> drawn) {
        TraceDetail detail = record(drawn);
        SpanRow root = detail.spans().stream().filter(row -> row.name().equals("span 0")).findFirst().orElseThrow();
        Map<String, Long> sums = new HashMap<>();
        root.stretches().forEach(stretch -> sums.merge(stretch.cause().isEmpty() ? stretch.kind() : stretch.cause(),
                stretch.endNanos() - stretch.beginNanos(), Long::sum));
        assertThat(sums.getOrDefault("working", 0L)).isEqualTo(detail.line().workingNanos());
        assertThat(sums.getOrDefault("unknown", 0L)).isEqualTo(detail.line().unknownNanos());
        detail.line().waits().forEach(wait -> assertThat(sums).containsEntry(wait.cause(), wait.nanos()));
    }

    @Property(tries = 300)
    void parentsStandAboveTheirChildren(@ForAll("traces") List<Drawn> drawn) {
        List<SpanRow> rows = record(drawn).spans();
        assertThat(rows).hasSize(drawn.size());
        Map<String, Integer> depths = new HashMap<>();
        for (SpanRow row : rows) {
            int above = row.parentId() == null ? -1 : depths.get(row.parentId());
            assertThat(row.depth()).isEqualTo(above + 1);
            assertThat(row.beginNanos()).isNotNegative();
            depths.put(row.spanId(), row.depth());
        }
    }

    private static TraceDetail record(List<Drawn> drawn) {
        RecordedTrace trace = new RecordedTrace();
        List<Span> spans = new ArrayList<>();
        for (Drawn each : drawn) {
            Span parent = spans.isEmpty() ? null : spans.get(each.parent() % spans.size());
            Span span = trace.span("span " + spans.size(), each.kind(), each.beginMillis(), parent);
            if (each.waited() != null) {
                addWait(trace.ledger(span), span, each);
            }
            spans.add(span);
        }
        for (int number = spans.size() - 1; number >= 0; number--) {
            Drawn each = drawn.get(number);
            trace.end(spans.get(number), each.beginMillis() + each.lengthMillis());
        }
        return trace.detail();
    }

    private static void addWait(TraceLedger ledger, Span span, Drawn drawn) {
        String spanId = span.getSpanContext().getSpanId();
        long beginMillis = drawn.beginMillis() + drawn.waited().nanos();
        long beginNanos = RecordedTrace.epochNanos(beginMillis);
        long endNanos = RecordedTrace.epochNanos(beginMillis + drawn.waitMillis());
        if (drawn.waited().cause().equals("a")) {
            ledger.queued(spanId, "a", beginNanos, endNanos);
        } else {
            ledger.parked(spanId, new KnownWait("lock b", KnownWait.Kind.NAMED, Thread.currentThread().getId(), beginNanos,
                    endNanos));
        }
    }
}
