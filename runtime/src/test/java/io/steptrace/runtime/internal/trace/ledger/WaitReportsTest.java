package io.steptrace.runtime.internal.trace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.time.TestClock;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.waits.CodePlace;
import io.steptrace.runtime.internal.waits.DetectedWait;

/** Which span a reported wait belongs to, in whichever order the two become known. */
class WaitReportsTest {

    private static final long THIS_THREAD = Thread.currentThread().getId();

    private final Tracer tracer = SdkTracerProvider.builder().build().get("test");
    private final Settling settling = new Settling(new TestClock(0));
    private final WaitReports reports = new WaitReports(settling, thread -> true);
    private final List<String> recorded = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private final LongRuns runs = reports.longRuns(TimeUnit.MILLISECONDS.toNanos(5), (parent, detected, hasRoom) -> {
        recorded.add(name(parent) + " " + detected.beginNanos() / 1_000_000 + ".." + detected.endNanos() / 1_000_000);
        return new KnownWait("wait", KnownWait.Kind.PLACE, detected.threadId(), detected.beginNanos(), detected.endNanos());
    }, () -> unexplained.add("unexplained"));
    private final TraceLedger ledger = new TraceLedger();

    WaitReportsTest() {
        settling.begin();
    }

    @Test
    void giveAWaitToTheInnermostSpanThatContainsIt() {
        run("inner", 20, 60);
        run("outer", 10, 90);
        report(30, 50);
        report(70, 80);
        settle();
        assertThat(recorded).containsExactly("inner 30..50", "outer 70..80");
    }

    @Test
    void giveAWaitThatComesBeforeItsSpanIsKnown() {
        report(30, 50);
        run("inner", 20, 60);
        report(70, 80);
        run("outer", 10, 90);
        settle();
        assertThat(recorded).containsExactly("inner 30..50", "outer 70..80");
    }

    @Test
    void keepAnEarlyWaitForTheSpanAroundTheOnesThatEndFirst() {
        report(12, 19);
        report(30, 50);
        run("inner", 20, 60);
        run("outer", 10, 90);
        settle();
        assertThat(recorded).containsExactly("inner 30..50", "outer 12..19");
    }

    @Test
    void countAWaitAsFarAsItLiesInside() {
        report(10, 30);
        run("late", 20, 60);
        report(50, 70);
        settle();
        assertThat(recorded).containsExactly("late 20..30", "late 50..60");
    }

    @Test
    void forgetAWaitThatWasOverBefore() {
        report(10, 20);
        run("later", 20, 60);
        settle();
        assertThat(recorded).isEmpty();
    }

    @Test
    void leaveTheWaitsOfOtherThreadsAlone() {
        run("work", 20, 60);
        assertThat(reports.waited(wait(THIS_THREAD + 1, 30, 50))).isTrue();
        settle();
        assertThat(recorded).isEmpty();
    }

    @Test
    void giveAPauseOfTheJvmToTheInnermostSpanOfEachThread() {
        run("inner", 20, 60);
        reports.waited(wait(DetectedWait.ALL_THREADS, 30, 50));
        run("outer", 10, 90);
        run("after", 92, 99);
        settle();
        assertThat(recorded).containsExactly("inner 30..50");
    }

    @Test
    void recordAMarkedWaitOnce() {
        Context work = context("work");
        String spanId = Span.fromContext(work).getSpanContext().getSpanId();
        ledger.parked(spanId, new KnownWait("timer", KnownWait.Kind.NAMED, THIS_THREAD, ms(30), ms(50)));
        runs.left(work, ledger, start(work) + ms(0), ms(60));
        report(start(work) / 1_000_000 + 31, start(work) / 1_000_000 + 49);
        assertThat(recorded).isEmpty();
    }

    @Test
    void sayWhichSpansNoWaitExplains() {
        run("busy", 10, 90);
        settle();
        assertThat(unexplained).hasSize(1);
        report(101, 189);
        run("waiting", 100, 190);
        assertThat(unexplained).hasSize(1);
    }

    @Test
    void rememberNoShortRun() {
        run("short", 10, 14);
        assertThat(ledger.awaitedNanos()).isZero();
    }

    @Test
    void keepABoundedNumberAndCountTheRest() {
        for (int i = 0; i < SlowSpan.MAX_WAITS + 10; i++) {
            long at = 1_000L + i;
            report(at, at + 1);
        }
        assertThat(reports.dropped()).isEqualTo(SlowSpan.MAX_WAITS + 10 - Segments.MAX_EARLY_WAITS_PER_THREAD);
        run("crowded", 0, 10_000);
        for (int i = 0; i < SlowSpan.MAX_WAITS; i++) {
            long at = 5_000L + i;
            report(at, at + 1);
        }
        settle();
        assertThat(recorded).hasSize(SlowSpan.MAX_WAITS);
    }

    @Test
    void countAWaitThatComesTooLateToBeRecorded() {
        run("slow", 10, 100);
        settle(200);
        report(30, 50);
        assertThat(reports.dropped()).isEqualTo(1);
        settle();
        assertThat(recorded).isEmpty();
    }

    @Test
    void countCodeThatMakesRoomUnlessItsWaitsAreKnown() {
        for (int i = 0; i < Segments.MAX_SEGMENTS_PER_THREAD; i++) {
            run("slow", 10L * i, 10L * i + 6);
        }
        run("one too many", 10_000, 10_006);
        assertThat(reports.dropped()).isEqualTo(1);
        settle(10);
        run("one more", 10_010, 10_016);
        run("two more", 10_020, 10_026);
        assertThat(reports.dropped()).as("of that which ended at 16, and its waits are known up to 10").isEqualTo(3);
        settle(10_000);
        run("three more", 10_030, 10_036);
        assertThat(reports.dropped()).isEqualTo(3);
    }

    @Test
    void countCodeOfSpansForWhichATraceHasNoRoom() {
        for (int i = 0; i <= TraceLedger.MAX_SLOW_SPANS; i++) {
            runs.leftTask(context("slow"), ledger, ms(10), ms(20));
            settle(20);
        }
        assertThat(reports.dropped()).isEqualTo(1);
    }

    @Test
    void forgetTheWaitsOfAThreadThatRunsNothingAnyMore() {
        AtomicBoolean runsCode = new AtomicBoolean(true);
        WaitReports forgetful = new WaitReports(settling, thread -> runsCode.get());
        forgetful.waited(wait(THIS_THREAD, 30, 50));
        forgetful.reportedUntil(ms(20_000));
        assertThat(forgetful.threads()).isEqualTo(1);
        runsCode.set(false);
        forgetful.reportedUntil(ms(21_000));
        assertThat(forgetful.threads()).isZero();
    }

    private Context context(String name) {
        return Context.root()
                .with(tracer.spanBuilder(name).setNoParent().setStartTimestamp(1, TimeUnit.NANOSECONDS).startSpan());
    }

    private static long start(Context context) {
        return ((ReadableSpan) Span.fromContext(context)).toSpanData().getStartEpochNanos();
    }

    private void run(String name, long beginMillis, long endMillis) {
        runs.leftTask(context(name), ledger, ms(beginMillis), ms(endMillis));
    }

    private void report(long beginMillis, long endMillis) {
        reports.waited(wait(THIS_THREAD, beginMillis, endMillis));
    }

    private static DetectedWait wait(long threadId, long beginMillis, long endMillis) {
        return new DetectedWait("jdk.ThreadSleep", ParkCause.TIMER, threadId, "test", ms(beginMillis), ms(endMillis),
                CodePlace.UNKNOWN, null, null, 0);
    }

    private void settle() {
        settle(20_000);
    }

    private void settle(long untilMillis) {
        reports.reportedUntil(ms(untilMillis));
    }

    private static long ms(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static String name(Context context) {
        return ((ReadableSpan) Span.fromContext(context)).getName();
    }
}
