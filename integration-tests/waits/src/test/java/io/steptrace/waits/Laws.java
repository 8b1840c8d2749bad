package io.steptrace.waits;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.Trace;
import io.steptrace.traces.RecordedJob;

/** What holds for every trace, wherever it waited. */
final class Laws {

    private static final double JOB_MS = 0.01;
    private static final double VERDICT_MS = 0.001;
    private static final List<String> PARTS = List.of("job.queue_wait_ms", "job.dispatch_ms", "job.park_wait_ms_total",
            "job.run_active_ms");
    private static final List<String> VERDICT = List.of("steptrace.working_ms", "steptrace.waiting_ms", "steptrace.unknown_ms");
    private static final int MAX_NAMES = 3;

    private Laws() {
    }

    /** Whether the verdict on the trace is there, and with it everything that is going to be found in it. */
    static boolean isJudged(Trace trace) {
        return VERDICT.stream().allMatch(key -> root(trace).getAttributes().get(doubleKey(key)) != null);
    }

    /** Checks each span that had a job, and the verdict. */
    static void assertHoldFor(Trace trace) {
        trace.spans().stream().filter(Laws::hasJob).forEach(span -> assertJobAddsUp(trace, span));
        assertVerdictAddsUp(trace);
    }

    /** What a part of the verdict says. */
    static double verdictMs(Trace trace, String part) {
        return root(trace).getAttributes().get(doubleKey("steptrace." + part + "_ms"));
    }

    /** What was waited for, the longest first. */
    static List<String> waitedFor(Trace trace) {
        return root(trace).getAttributes().get(stringArrayKey("steptrace.waited_for"));
    }

    /** For messages. */
    static String draw(Trace trace) {
        return trace.drawn();
    }

    private static void assertJobAddsUp(Trace trace, SpanData span) {
        assertThat(PARTS).as(span.getName()).allSatisfy(part -> assertThat(millis(span, part)).isGreaterThanOrEqualTo(0));
        double sumMs = PARTS.stream().mapToDouble(part -> millis(span, part)).sum();
        double spanMs = RecordedJob.durationMs(span);
        if (span.getKind() == SpanKind.SERVER) {
            // the job of a request begins with its hand-over
            assertThat(sumMs).as(span.getName()).isLessThanOrEqualTo(spanMs + JOB_MS);
        } else {
            assertThat(sumMs).as(span.getName()).isCloseTo(spanMs, within(JOB_MS));
        }
        List<SpanData> parks = parks(trace, span);
        assertThat(parks).allSatisfy(park -> {
            assertThat(park.getStartEpochNanos()).as(park.getName()).isGreaterThanOrEqualTo(span.getStartEpochNanos());
            assertThat(park.getEndEpochNanos()).as(park.getName()).isLessThanOrEqualTo(span.getEndEpochNanos());
        });
        assertThat(unionMs(parks)).as(span.getName()).isLessThanOrEqualTo(millis(span, "job.park_wait_ms_total") + JOB_MS);
    }

    private static void assertVerdictAddsUp(Trace trace) {
        SpanData root = root(trace);
        assertThat(VERDICT).as(() -> draw(trace)).allSatisfy(part -> assertThat(millis(root, part)).isGreaterThanOrEqualTo(0));
        assertThat(VERDICT.stream().mapToDouble(part -> millis(root, part)).sum())
                .isCloseTo(RecordedJob.durationMs(root), within(VERDICT_MS));
        double waitingMs = millis(root, "steptrace.waiting_ms");
        List<String> names = waitedFor(trace);
        if (names == null) {
            assertThat(waitingMs).isZero();
            return;
        }
        assertThat(names).hasSizeBetween(1, MAX_NAMES).allMatch(name -> name.matches(".+=\\d+(\\.\\d+)?"));
        List<Double> figures = names.stream().map(name -> Double.valueOf(name.substring(name.lastIndexOf('=') + 1))).toList();
        assertThat(figures).isSortedAccordingTo(Comparator.reverseOrder());
        // each may be rounded to a whole millisecond
        assertThat(figures.stream().mapToDouble(Double::doubleValue).sum()).isLessThanOrEqualTo(waitingMs + MAX_NAMES);
    }

    private static boolean hasJob(SpanData span) {
        return span.getAttributes().get(doubleKey("job.run_active_ms")) != null;
    }

    private static List<SpanData> parks(Trace trace, SpanData span) {
        return trace.childrenOf(span).stream().filter(child -> child.getName().startsWith("job.park(")).toList();
    }

    /** How much of the time at least one of the spans covers; they come in the order of their begins. */
    static double unionMs(List<SpanData> spans) {
        long coveredUntil = Long.MIN_VALUE;
        long unionNanos = 0;
        for (SpanData span : spans) {
            long begin = Math.max(span.getStartEpochNanos(), coveredUntil);
            unionNanos += Math.max(0, span.getEndEpochNanos() - begin);
            coveredUntil = Math.max(coveredUntil, span.getEndEpochNanos());
        }
        return unionNanos / 1_000_000.0;
    }

    private static SpanData root(Trace trace) {
        return roots(trace).findFirst().orElseThrow();
    }

    private static Stream<SpanData> roots(Trace trace) {
        return trace.spans().stream().filter(span -> !span.getParentSpanContext().isValid());
    }

    private static double millis(SpanData span, String key) {
        return span.getAttributes().get(doubleKey(key));
    }
}
