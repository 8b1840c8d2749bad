package io.steptrace.runtime.internal.trace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The durations of a span add up to its length, whatever was marked and found in it. */
class SpanWaitsLawsTest {

    private static final int LENGTH_MILLIS = 100;

    @Provide
    Arbitrary<List<int[]>> waits() {
        return Arbitraries.integers().between(0, LENGTH_MILLIS - 1)
                .flatMap(begin -> Arbitraries.integers().between(begin + 1, LENGTH_MILLIS)
                        .map(end -> new int[] { begin, end }))
                .list().ofMaxSize(12);
    }

    @Property
    void partsAddUpAndNoInstantCountsTwice(@ForAll("waits") List<int[]> marked, @ForAll("waits") List<int[]> found) {
        SpanWaits waits = new SpanWaits();
        boolean[] isMarked = new boolean[LENGTH_MILLIS];
        marked.forEach(each -> {
            waits.marked(ms(each[0]), ms(each[1]));
            mark(isMarked, each);
        });
        boolean[] isWaiting = isMarked.clone();
        long counted = 0;
        for (int[] each : found) {
            if (!waits.isMarked(ms(each[0]), ms(each[1]))) {
                waits.add(ms(each[0]), ms(each[1]));
                mark(isWaiting, each);
                counted++;
            }
        }

        ReadableSpan amended = waits.amend(ended(count(isMarked), marked.size()));

        double parked = millis(amended, AttributeKeys.JOB_PARK_WAIT_MS_TOTAL);
        double active = millis(amended, AttributeKeys.JOB_RUN_ACTIVE_MS);
        assertThat(parked).isEqualTo(count(isWaiting), within(1e-6));
        assertThat(parked + active).isEqualTo(LENGTH_MILLIS, within(1e-6));
        assertThat(active).isNotNegative();
        assertThat(amended.getAttribute(AttributeKeys.JOB_PARK_COUNT)).isEqualTo(marked.size() + counted);
        assertThat(amended.toSpanData().getAttributes().get(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL)).isEqualTo(parked);
    }

    private static ReadableSpan ended(int parkedMillis, int parks) {
        Span span = SdkTracerProvider.builder().build().get("test").spanBuilder("work")
                .setStartTimestamp(1_000, TimeUnit.MILLISECONDS).startSpan();
        span.setAttribute(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL, (double) parkedMillis)
                .setAttribute(AttributeKeys.JOB_RUN_ACTIVE_MS, (double) LENGTH_MILLIS - parkedMillis)
                .setAttribute(AttributeKeys.JOB_PARK_COUNT, parks);
        span.end(1_000 + LENGTH_MILLIS, TimeUnit.MILLISECONDS);
        return (ReadableSpan) span;
    }

    private static void mark(boolean[] instants, int[] interval) {
        for (int at = interval[0]; at < interval[1]; at++) {
            instants[at] = true;
        }
    }

    private static int count(boolean[] instants) {
        int count = 0;
        for (boolean each : instants) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private static double millis(ReadableSpan span, AttributeKey<Double> key) {
        return span.getAttribute(key);
    }

    private static long ms(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
