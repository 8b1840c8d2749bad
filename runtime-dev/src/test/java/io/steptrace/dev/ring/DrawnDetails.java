package io.steptrace.dev.ring;

import java.util.List;
import java.util.Map;

import io.steptrace.dev.answer.Place;
import io.steptrace.dev.answer.SpanEvent;
import io.steptrace.dev.answer.SpanRow;
import io.steptrace.dev.answer.SpanStretch;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.steptrace.dev.answer.Wait;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Traces of any content. */
final class DrawnDetails {

    private static final Arbitrary<String> TEXTS = Arbitraries.strings().ofMaxLength(12);
    private static final Arbitrary<Long> NANOS = Arbitraries.longs();
    private static final Arbitrary<Boolean> FLAGS = Arbitraries.of(true, false);
    private static final Arbitrary<Map<String, String>> MAPS = Arbitraries.maps(TEXTS, TEXTS).ofMaxSize(3);

    private DrawnDetails() {
    }

    static Arbitrary<TraceDetail> all() {
        return Combinators.combine(lines(), TEXTS.injectNull(0.2), TEXTS, rows().list().ofMaxSize(4))
                .as(TraceDetail::new);
    }

    private static Arbitrary<TraceLine> lines() {
        Arbitrary<List<Wait>> waits = Combinators.combine(TEXTS, NANOS).as(Wait::new).list().ofMaxSize(3);
        return Combinators.combine(TEXTS, TEXTS, FLAGS, NANOS, NANOS, waits, Arbitraries.integers(), FLAGS)
                .as((id, name, error, began, length, some, spans, complete) -> new TraceLine(id, id, name, "200", error, began,
                        length, began, length, some, spans, complete));
    }

    private static Arbitrary<SpanRow> rows() {
        Arbitrary<Place> places = Combinators.combine(TEXTS, TEXTS.injectNull(0.3), Arbitraries.integers()).as(Place::new);
        Arbitrary<SpanEvent> events = Combinators.combine(TEXTS, NANOS, MAPS).as(SpanEvent::new);
        Arbitrary<SpanStretch> stretches = Combinators.combine(TEXTS, TEXTS, NANOS, NANOS).as(SpanStretch::new);
        return Combinators.combine(TEXTS, TEXTS.injectNull(0.3), NANOS, FLAGS, stretches.list().ofMaxSize(2), MAPS,
                events.list().ofMaxSize(2), places.injectNull(0.3))
                .as((id, parent, nanos, flag, parts, attributes, some, place) -> new SpanRow(id, parent, 3, "name", "server",
                        flag, "", nanos, nanos, !flag, parts, attributes, some, List.of("a.B.c(B.java:1)"), place));
    }
}
