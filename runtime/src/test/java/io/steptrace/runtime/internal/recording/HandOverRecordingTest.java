package io.steptrace.runtime.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.trace.LocalTrace;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.ledger.EndedSpans;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;
import io.steptrace.runtime.internal.trace.ledger.TraceTimes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is recorded of the hand-over of a request obeys the laws of a job, however far it came. */
class HandOverRecordingTest {

    private static final Duration THRESHOLD = Duration.ofNanos(500);

    enum Reached {
        NOTHING,
        ITS_THREAD,
        ITS_CODE
    }

    @Property
    void addsUpFromTheWaitToTheEnd(@ForAll Reached reached, @ForAll @IntRange(max = 999) int before,
            @ForAll @IntRange(max = 999) int wait, @ForAll @IntRange(max = 99) int dispatch,
            @ForAll @IntRange(max = 9999) int run) {
        List<SpanData> spans = handOver(reached, before, wait, dispatch, run);

        SpanData root = spans.get(spans.size() - 1);
        int code = reached == Reached.ITS_CODE ? run : 0;
        int toCode = reached == Reached.NOTHING ? 0 : dispatch + run - code;
        int queued = reached == Reached.NOTHING ? wait + dispatch + run : wait;
        assertThat(nanos(root, "job.queue_wait_ms")).isEqualTo(queued);
        assertThat(nanos(root, "job.dispatch_ms")).isEqualTo(toCode);
        assertThat(nanos(root, "job.run_active_ms")).isEqualTo(code);
        assertThat(nanos(root, "job.park_wait_ms_total")).isZero();
        assertThat(root.getAttributes().get(AttributeKey.longKey("job.park_count"))).isZero();
        assertThat(root.getAttributes().get(AttributeKey.booleanKey("job.promoted"))).isEqualTo(spans.size() == 2);
        assertThat(root.getAttributes().get(AttributeKey.stringKey("job.queue"))).isEqualTo("worker");
    }

    @Property
    void isASpanOfItsOwnFromItsThresholdOn(@ForAll Reached reached, @ForAll @IntRange(max = 999) int before,
            @ForAll @IntRange(max = 999) int wait, @ForAll @IntRange(max = 99) int dispatch) {
        List<SpanData> spans = handOver(reached, before, wait, dispatch, 0);

        SpanData root = spans.get(spans.size() - 1);
        int queued = reached == Reached.NOTHING ? wait + dispatch : wait;
        if (queued < THRESHOLD.toNanos()) {
            assertThat(spans).hasSize(1);
            assertThat(events(root)).isEqualTo(reached == Reached.NOTHING
                    ? List.of("steptrace.job.enqueued", "steptrace.job.completed")
                    : List.of());
            return;
        }
        SpanData promoted = spans.get(0);
        assertThat(promoted.getName()).isEqualTo("job.queue_wait");
        assertThat(promoted.getParentSpanId()).isEqualTo(root.getSpanId());
        assertThat(promoted.getStartEpochNanos() - root.getStartEpochNanos()).isEqualTo(before);
        assertThat(promoted.getEndEpochNanos() - promoted.getStartEpochNanos()).isEqualTo(queued);
        assertThat(events(promoted)).isEqualTo(reached == Reached.NOTHING ? List.of("steptrace.job.enqueued")
                : List.of("steptrace.job.enqueued", "steptrace.job.taken"));
        assertThat(promoted.getAttributes().get(AttributeKey.longKey("job.depth_start"))).isEqualTo(3);
        assertThat(events(root)).isEqualTo(reached == Reached.ITS_CODE
                ? List.of("steptrace.job.started", "steptrace.job.completed")
                : List.of("steptrace.job.completed"));
    }

    @Property
    void theEventLoopWorksUntilItHandsOver(@ForAll @IntRange(max = 999) int before, @ForAll @IntRange(max = 498) int wait) {
        RecordedSpans spans = new RecordedSpans(PromotionPolicy.atLeast(THRESHOLD, THRESHOLD));
        Span root = spans.tracer.spanBuilder("root").setNoParent().startSpan();
        String spanId = root.getSpanContext().getSpanId();
        spans.clock.advance(before);
        HandOverRecording job = new HandOverRecording(spans.jobs, Context.root().with(root), new LocalTrace(spanId), "worker",
                spans.clock.nanoTime());
        // to record it takes time as well, which is none of the event loop's
        spans.clock.advance(1);
        job.enqueued(1);
        spans.clock.advance(wait);
        job.takenAt(spans.clock.nanoTime(), "thread", 0);
        long endNanos = RecordedSpans.EPOCH_NANOS + spans.clock.nanoTime();
        TraceLedger ledger = LocalTraceState.ledgerOf(root.getSpanContext());
        new TraceTimes(ledger, spanId, 0).judge((ReadWriteSpan) root, endNanos, new EndedSpans());
        root.end();

        SpanData judged = spans.finished().get(0);
        assertThat(nanos(judged, "steptrace.working_ms")).isEqualTo(before);
        assertThat(nanos(judged, "steptrace.waiting_ms")).isEqualTo(wait + 1);
    }

    /** The spans in the order of their ends; what comes late or twice has to be harmless. */
    private static List<SpanData> handOver(Reached reached, int before, int wait, int dispatch, int run) {
        RecordedSpans spans = new RecordedSpans(PromotionPolicy.atLeast(THRESHOLD, THRESHOLD));
        Span root = spans.tracer.spanBuilder("root").setNoParent().startSpan();
        Context context = Context.root().with(root);
        LocalTrace trace = new LocalTrace(root.getSpanContext().getSpanId());
        spans.clock.advance(before);
        HandOverRecording job = new HandOverRecording(spans.jobs, context, trace, "worker", spans.clock.nanoTime());
        job.enqueued(3);
        job.started();
        spans.clock.advance(wait);
        if (reached != Reached.NOTHING) {
            job.takenAt(spans.clock.nanoTime(), "thread", 2);
        }
        spans.clock.advance(dispatch);
        if (reached == Reached.ITS_CODE) {
            job.started();
            job.takenAt(spans.clock.nanoTime(), "another", 1);
        }
        spans.clock.advance(run);
        ReadableSpan readable = (ReadableSpan) root;
        job.complete(readable.toSpanData().getStartEpochNanos() + readable.getLatencyNanos(), true);
        job.takenAt(spans.clock.nanoTime(), "late", 0);
        job.started();
        job.complete(0, false);
        root.end();
        return spans.finished();
    }

    private static List<String> events(SpanData span) {
        return span.getEvents().stream().map(EventData::getName).toList();
    }

    private static long nanos(SpanData span, String duration) {
        return Math.round(span.getAttributes().get(AttributeKey.doubleKey(duration)) * 1e6);
    }
}
