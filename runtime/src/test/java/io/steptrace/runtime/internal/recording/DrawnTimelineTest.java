package io.steptrace.runtime.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.work.Work;

/**
 * A picture in, a span tree out. Each character of a picture is a millisecond: {@code q} in the queue, {@code d} dispatched,
 * {@code a} active, {@code p} parked. The threshold is five milliseconds.
 */
class DrawnTimelineTest {

    private static final PromotionPolicy FIVE_MILLIS = PromotionPolicy.atLeast(Duration.ofMillis(5), Duration.ofMillis(5));

    @Test
    void shortWaitsAreEvents() {
        assertThat(draw("qqdaappa", FIVE_MILLIS)).isEqualTo("""
                step.work 0-8 enqueued@0 taken@2 started@3 parked@5 resumed@7 completed@8""");
    }

    @Test
    void aLongQueueWaitIsASpan() {
        assertThat(draw("qqqqqdaa", FIVE_MILLIS)).isEqualTo("""
                step.work 0-8 started@6 completed@8
                  job.queue_wait 0-5 enqueued@0 taken@5""");
    }

    @Test
    void onlyTheLongParkIsASpan() {
        assertThat(draw("qdapppppapa", FIVE_MILLIS)).isEqualTo("""
                step.work 0-11 enqueued@0 taken@1 started@2 parked@9 resumed@10 completed@11
                  job.park(lock) 3-8 parked@3 resumed@8""");
    }

    @Test
    void manyShortParksAreNotALongOne() {
        assertThat(draw("qdppppapppp", FIVE_MILLIS)).isEqualTo("""
                step.work 0-11 enqueued@0 taken@1 started@2 parked@2 resumed@6 parked@7 resumed@11 completed@11""");
    }

    @Test
    void everyWaitIsASpanForDebugging() {
        assertThat(draw("qdap", PromotionPolicy.always())).isEqualTo("""
                step.work 0-4 started@2 completed@4
                  job.queue_wait 0-1 enqueued@0 taken@1
                  job.park(lock) 3-4 parked@3 resumed@4""");
    }

    @Test
    void aJobCancelledInTheQueueWasNeverTaken() {
        assertThat(draw("qq", FIVE_MILLIS)).isEqualTo("""
                step.work 0-2 enqueued@0 completed@2""");
        assertThat(draw("qqqqqq", FIVE_MILLIS)).isEqualTo("""
                step.work 0-6 completed@6
                  job.queue_wait 0-6 enqueued@0""");
    }

    private static String draw(String picture, PromotionPolicy promotion) {
        RecordedSpans spans = new RecordedSpans(promotion);
        Work work = spans.work.startQueued(RecordedSpans.step("work"), Context.root(), "queue", new Object[0]);
        char before = 'q';
        Runnable resume = null;
        work.job().enqueued(1);
        for (char now : picture.toCharArray()) {
            if (before == 'q' && now != 'q') {
                work.job().taken("worker", 0);
            }
            if (before == 'd' && now != 'd') {
                work.job().started();
            }
            if (before != 'p' && now == 'p') {
                resume = work.park(ParkReason.of(ParkCause.LOCK));
            }
            if (before == 'p' && now != 'p') {
                resume.run();
            }
            before = now;
            spans.clock.advance(TimeUnit.MILLISECONDS.toNanos(1));
        }
        work.succeed(null);
        return tree(spans.finished());
    }

    private static String tree(List<SpanData> spans) {
        return spans.stream()
                .sorted(Comparator.comparing((SpanData span) -> span.getParentSpanContext().isValid())
                        .thenComparing(SpanData::getStartEpochNanos))
                .map(span -> (span.getParentSpanContext().isValid() ? "  " : "") + span.getName() + " "
                        + millis(span.getStartEpochNanos()) + "-" + millis(span.getEndEpochNanos()) + events(span))
                .collect(Collectors.joining("\n"));
    }

    private static String events(SpanData span) {
        return span.getEvents().stream()
                .map(event -> " " + event.getName().replace("steptrace.job.", "") + "@" + millis(event.getEpochNanos()))
                .collect(Collectors.joining());
    }

    private static long millis(long epochNanos) {
        return TimeUnit.NANOSECONDS.toMillis(epochNanos - RecordedSpans.EPOCH_NANOS);
    }
}
