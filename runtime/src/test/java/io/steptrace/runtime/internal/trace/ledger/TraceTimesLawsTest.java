package io.steptrace.runtime.internal.trace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TraceTimesLawsTest {

    private static final long ROOT_MILLIS = 100;

    /** @param begin in milliseconds since the begin of the root, which may be over before the span is */
    record Part(boolean isOurs, int kind, boolean isSaid, int begin, int length) {
    }

    /** Most spans are left out of the verdict on the whole, and none on which it depends. */
    @Property(tries = 500)
    void judgesTheWholeByWhatMattersAsByAllSpans(@ForAll("parts") List<Part> parts) {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
            TraceLedger ledger = new TraceLedger();
            EndedSpans ended = new EndedSpans();
            Span root = begin(provider, "test", SpanKind.SERVER, null, 0);
            for (Part part : parts) {
                Span span = begin(provider, part.isOurs() ? SpanNames.SCOPE : "other",
                        SpanKind.values()[part.kind()], root, part.begin());
                if (part.isSaid()) {
                    ledger.ran(span.getSpanContext().getSpanId(), part.kind(), 0,
                            TimeUnit.MILLISECONDS.toNanos(part.length() / 2));
                }
                end(span, part.begin() + part.length(), ended);
            }
            end(root, ROOT_MILLIS, ended);
            TraceTimes times = new TraceTimes(ledger, root.getSpanContext().getSpanId(), 0);

            ReadableSpan judged = times.knownRoot(ended, (ReadableSpan) root);

            assertThat(judged.getAttributes()).isEqualTo(VerdictAttributes.of(times.verdicts(ended).ofRoot()));
        }
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(either, Arbitraries.integers().between(0, 4), either,
                Arbitraries.integers().between(0, 120), Arbitraries.integers().between(0, 60)).as(Part::new).list()
                .ofMaxSize(12);
    }

    private static Span begin(SdkTracerProvider provider, String scope, SpanKind kind, Span parent, long millis) {
        Context context = parent == null ? Context.root() : Context.root().with(parent);
        return provider.get(scope).spanBuilder("part " + millis).setParent(context).setSpanKind(kind)
                .setStartTimestamp(1_000 + millis, TimeUnit.MILLISECONDS).startSpan();
    }

    private static void end(Span span, long millis, EndedSpans ended) {
        span.end(1_000 + millis, TimeUnit.MILLISECONDS);
        ended.add((ReadableSpan) span);
    }
}
