package io.steptrace.runtime.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.job.PossiblePark;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.work.Work;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is recorded of a random job obeys the laws of a trace. */
class JobRecordingLawsTest {

    private static final Duration THRESHOLD = Duration.ofNanos(500);

    /** Positive numbers begin a park after so many nanoseconds, negative ones end one. */
    @Property
    void recordsEachFactOnceAndInOrder(@ForAll @Size(max = 120) List<@IntRange(min = -999, max = 999) Integer> life,
            @ForAll @IntRange(max = 999) int queueWait, @ForAll @IntRange(max = 99) int dispatch, @ForAll boolean started) {
        RecordedSpans spans = new RecordedSpans(PromotionPolicy.atLeast(THRESHOLD, THRESHOLD));
        int parks = live(spans, life, queueWait, dispatch, started);

        SpanData parent = spans.finished().stream().filter(span -> span.getName().equals("step.work")).findFirst()
                .orElseThrow();
        List<SpanData> promoted = spans.finished().stream().filter(span -> span != parent).toList();
        assertWithinTheParent(parent, promoted);
        assertAddsUp(parent, parks);
        spans.finished().forEach(span -> assertThat(span.getEvents()).extracting(EventData::getEpochNanos).isSorted());
        assertRecordedOnce(spans.finished(), parks, started);
        assertThat(promoted.stream().filter(span -> span.getName().equals("job.queue_wait")).count())
                .isEqualTo(queueWait >= THRESHOLD.toNanos() ? 1 : 0);
    }

    enum Fact {
        PARK,
        RESUME,
        MAY_PARK,
        PARKED_SINCE,
        RETRY
    }

    @Property
    void keepsTheOrderOfTimeWithEventsOfMeanwhile(@ForAll @Size(max = 80) List<Fact> life, @ForAll boolean queued) {
        RecordedSpans spans = new RecordedSpans(PromotionPolicy.atLeast(THRESHOLD, THRESHOLD));
        Work work = queued ? spans.work.startQueued(RecordedSpans.step("work"), Context.root(), "queue", new Object[0])
                : spans.work.start(RecordedSpans.step("work"), Context.root(), new Object[0]);
        if (queued) {
            work.job().enqueued(1);
            work.job().taken("worker", 0);
            work.job().started();
        }
        List<Runnable> open = new ArrayList<>();
        PossiblePark possible = null;
        int parks = 0;
        for (Fact fact : life) {
            spans.clock.advance(100);
            switch (fact) {
                case PARK -> {
                    open.add(work.park(ParkReason.of(ParkCause.LOCK)));
                    parks++;
                }
                case RESUME -> open.forEach(Runnable::run);
                case MAY_PARK -> possible = work.mayPark();
                case PARKED_SINCE -> {
                    work.parkedSince(possible, ParkReason.of(ParkCause.TIMER));
                    parks += possible == null ? 0 : 1;
                    possible = null;
                }
                case RETRY -> work.retried(2, "reason", 0);
            }
        }
        spans.clock.advance(100);
        work.succeed(null);

        SpanData parent = spans.finished().stream().filter(span -> span.getName().equals("step.work")).findFirst()
                .orElseThrow();
        spans.finished().forEach(span -> assertThat(span.getEvents()).extracting(EventData::getEpochNanos).isSorted());
        assertThat(parent.getEvents()).filteredOn(event -> event.getName().equals("steptrace.retry"))
                .hasSize(Collections.frequency(life, Fact.RETRY));
        if (queued || parks > 0) {
            assertAddsUp(parent, parks);
        }
    }

    private static int live(RecordedSpans spans, List<Integer> life, int queueWait, int dispatch, boolean started) {
        Work work = spans.work.startQueued(RecordedSpans.step("work"), Context.root(), "queue", new Object[0]);
        work.job().enqueued(3);
        spans.clock.advance(queueWait);
        if (!started) {
            work.cancel();
            return 0;
        }
        work.job().taken("worker", 2);
        spans.clock.advance(dispatch);
        work.job().started();
        int parks = 0;
        List<Runnable> open = new ArrayList<>();
        for (int moment : life) {
            spans.clock.advance(Math.abs(moment));
            if (moment >= 0) {
                open.add(work.park(ParkReason.of(ParkCause.IO_WAIT)));
                parks++;
            } else if (!open.isEmpty()) {
                open.get(-moment % open.size()).run();
            }
        }
        work.succeed(null);
        return parks;
    }

    private static void assertWithinTheParent(SpanData parent, List<SpanData> promoted) {
        assertThat(promoted).allSatisfy(child -> {
            assertThat(child.getParentSpanId()).isEqualTo(parent.getSpanId());
            assertThat(child.getStartEpochNanos()).isGreaterThanOrEqualTo(parent.getStartEpochNanos());
            assertThat(child.getEndEpochNanos()).isBetween(child.getStartEpochNanos(), parent.getEndEpochNanos());
            assertThat(child.getEndEpochNanos() - child.getStartEpochNanos()).isGreaterThanOrEqualTo(THRESHOLD.toNanos());
        });
    }

    private static void assertAddsUp(SpanData parent, int parks) {
        double sum = 0;
        for (String part : List.of("job.queue_wait_ms", "job.dispatch_ms", "job.park_wait_ms_total", "job.run_active_ms")) {
            Double millis = parent.getAttributes().get(AttributeKey.doubleKey(part));
            assertThat(millis).as(part).isNotNegative();
            sum += millis;
        }
        assertThat(Math.round(sum * 1e6)).isEqualTo(parent.getEndEpochNanos() - parent.getStartEpochNanos());
        assertThat(parent.getAttributes().get(AttributeKey.longKey("job.park_count"))).isEqualTo(parks);
    }

    private static void assertRecordedOnce(List<SpanData> spans, int parks, boolean started) {
        Map<String, Long> recorded = spans.stream().flatMap(span -> span.getEvents().stream())
                .collect(Collectors.groupingBy(EventData::getName, Collectors.counting()));
        Function<String, Long> count = event -> recorded.getOrDefault("steptrace.job." + event, 0L);
        assertThat(count.apply("enqueued")).isEqualTo(1);
        assertThat(count.apply("taken")).isEqualTo(started ? 1 : 0);
        assertThat(count.apply("started")).isEqualTo(started ? 1 : 0);
        assertThat(count.apply("completed")).isEqualTo(1);
        assertThat(count.apply("parked")).isEqualTo(count.apply("resumed")).isLessThanOrEqualTo((long) parks);
        // up to the bound on events alone nothing is left out
        if (parks <= WaitWriter.MAX_PARK_EVENTS) {
            assertThat(count.apply("parked")).isEqualTo(parks);
        }
        assertThat(spans.stream().max(Comparator.comparing(span -> span.getEvents().size())).orElseThrow().getEvents())
                .hasSizeLessThanOrEqualTo(2 * WaitWriter.MAX_PARK_EVENTS + 4);
    }
}
