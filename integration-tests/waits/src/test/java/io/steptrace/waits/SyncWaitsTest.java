package io.steptrace.waits;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.test.Trace;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.RecordedJob;
import io.steptrace.waits.sync.Nesting;
import io.steptrace.waits.sync.RateTable;
import io.steptrace.waits.sync.Signals;
import io.steptrace.waits.sync.Sleeps;
import io.steptrace.waits.sync.SyncResource;

/** Sleeps, locks and futures on the thread of a request. */
@QuarkusTest
class SyncWaitsTest extends WaitingApplication {

    private static final String SLEEP = "jdk.ThreadSleep";
    private static final String PARK = "jdk.ThreadPark";
    /** Less than a signal takes: a busy machine may be slow to begin to wait for it. */
    private static final double SIGNAL_MS = 20;

    private static boolean isVisited;

    /** The traces arrive together, about a second later. */
    @BeforeEach
    void visitsEachPageOnce() {
        awaitDetection();
        if (!isVisited) {
            Stream.of("future", "semaphore", "condition", "monitor", "plain", "once", "twenty", "marked", "first", "wrap",
                    "wrap-and-sleep", "compute").forEach(page -> visit("/sync/" + page));
            isVisited = true;
        }
    }

    @Test
    void findsASleep() {
        Trace trace = traceOf("step.sleep_once");
        FoundWaits.in(trace, "step.sleep_once", SLEEP).are(1).of("timer").at(Sleeps.class, "once", "Thread.sleep(ONCE_MS)")
                .lastAtLeast(59);
        assertWaitedFor(trace, 59);
    }

    @Test
    void countsExactlyWhatItFinds() {
        Trace trace = traceOf("step.sleep_once");
        RecordedJob job = RecordedJob.of(trace, "step.sleep_once");
        assertThat(job.parkCount()).isEqualTo(job.waits().size()).isPositive();
        assertThat(job.parkWaitMs()).isCloseTo(Laws.unionMs(job.waits()), within(0.01));
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(0.01));
    }

    @Test
    void findsTheSleepOfAnEndpointWithoutAStep() {
        String root = "http.server: GET /sync/plain";
        Trace trace = traceOf(root);
        FoundWaits.in(trace, root, SLEEP).are(1).of("timer").at(SyncResource.class, "plain", "Thread.sleep(PLAIN_MS)")
                .lastAtLeast(44);
        assertThat(RecordedJob.of(trace, root).parkWaitMs()).isGreaterThanOrEqualTo(44);
        assertWaitedFor(trace, 44);
    }

    @Test
    void findsEachOfTwentySleeps() {
        Trace trace = traceOf("step.sleep_twenty_times");
        FoundWaits.in(trace, "step.sleep_twenty_times", SLEEP).are(20).of("timer")
                .at(Sleeps.class, "twentyTimes", "Thread.sleep(EACH_MS)").lastAtLeast(199);
        assertThat(RecordedJob.of(trace, "step.sleep_twenty_times").parkCount()).isGreaterThanOrEqualTo(20);
        assertWaitedFor(trace, 199);
    }

    @ParameterizedTest
    @CsvSource({ "get_future,other,future,answer.get()", "acquire_permit,lock,semaphore,permits.acquire()",
            "await_condition,lock,condition,changed.await()" })
    void findsWhereAThreadIsParked(String step, String cause, String method, String code) {
        Trace trace = traceOf("step." + step);
        FoundWaits.in(trace, "step." + step, PARK).are(1).of(cause).at(Signals.class, method, code).lastAtLeast(SIGNAL_MS);
        assertWaitedFor(trace, SIGNAL_MS);
    }

    @Test
    void findsAWaitForANotification() {
        Trace trace = traceOf("step.wait_for_notify");
        FoundWaits.in(trace, "step.wait_for_notify", "jdk.JavaMonitorWait").are(1).of("other")
                .at(Signals.class, "monitor", "monitor.wait()").forToken("java.lang.Object").lastAtLeast(SIGNAL_MS);
    }

    @Test
    void recordsAWaitOnTheInnermostStep() {
        Trace trace = traceOf("step.wrap_sleep");
        FoundWaits.in(trace, "step.sleep_within", SLEEP).are(1).at(Sleeps.class, "within", "Thread.sleep(INNER_MS)")
                .lastAtLeast(49);
        FoundWaits.in(trace, "step.wrap_sleep", SLEEP).areNone();
        FoundWaits.in(trace, "http.server: GET /sync/wrap", SLEEP).areNone();
    }

    @Test
    void recordsEachWaitOnTheStepThatWaited() {
        Trace trace = traceOf("step.wrap_and_sleep");
        FoundWaits.in(trace, "step.sleep_within", SLEEP).are(1).at(Sleeps.class, "within", "Thread.sleep(INNER_MS)");
        FoundWaits.in(trace, "step.wrap_and_sleep", SLEEP).are(1)
                .at(Nesting.class, "wrapAndSleep", "Thread.sleep(OUTER_MS)").lastAtLeast(29);
        assertWaitedFor(trace, 79);
    }

    @Test
    void mistakesNoWorkForAWait() {
        Trace trace = traceOf("step.compute");
        Stream.of(SLEEP, PARK, "jdk.JavaMonitorWait", "jdk.JavaMonitorEnter", "jdk.SocketRead")
                .forEach(event -> FoundWaits.in(trace, "step.compute", event).areNone());
        assertThat(Laws.verdictMs(trace, "working") + RecordedJob.of(trace, "step.compute").parkWaitMs())
                .isGreaterThanOrEqualTo(40);
    }

    @Test
    void recordsAMarkedWaitOnce() {
        Trace trace = traceOf("step.sleep_marked");
        FoundWaits.in(trace, "step.sleep_marked", SLEEP).areNone();
        RecordedJob job = RecordedJob.of(trace, "step.sleep_marked");
        assertThat(job.waits("job.park(rate_limit)")).singleElement().satisfies(park -> {
            assertThat(FoundWaits.isDetected(park)).isFalse();
            assertThat(park.getAttributes().get(stringKey("job.park.token"))).isEqualTo("bucket");
        });
        assertThat(job.parkCount()).isEqualTo(job.waits().size());
        assertWaitedFor(trace, 39);
    }

    @Test
    void knowsNothingOfTheTimeInWhichNoThreadWorks() {
        Trace trace = traceOf("step.sleep_first");
        FoundWaits.in(trace, "step.sleep_first", SLEEP).are(1).at(Sleeps.class, "first", "Thread.sleep(FIRST_MS)");
        RecordedJob job = RecordedJob.of(trace, "step.sleep_first");
        assertThat(job.spanMs()).isGreaterThanOrEqualTo(104);
        assertWaitedFor(trace, 54);
        assertThat(Laws.verdictMs(trace, "unknown")).isGreaterThanOrEqualTo(20);
    }

    @Test
    void findsTheCallersThatWaitWhileOneRefreshesACache() throws Exception {
        List<Trace> traces = concurrentCalls.get("/sync/rates/EUR");
        String step = "step.look_up_rate";
        traces.forEach(Laws::assertHoldFor);
        traces.forEach(trace -> FoundWaits.in(trace, step, SLEEP).of("timer")
                .at(RateTable.class, "refresh", "Thread.sleep(SOURCE_MS)"));
        assertThat(found(traces, step, SLEEP)).as("refreshes").isNotEmpty();

        // code that is still interpreted is at the line below already when it enters a block
        traces.forEach(trace -> FoundWaits.in(trace, step, "jdk.JavaMonitorEnter").of("lock")
                .at(RateTable.class, "of", "synchronized (rates)", "System.nanoTime() - readNanos")
                .forToken("java.util.HashMap"));
        assertThat(found(traces, step, "jdk.JavaMonitorEnter")).as("waits for the refresh").isNotEmpty()
                .anySatisfy(wait -> assertThat(RecordedJob.durationMs(wait)).isGreaterThan(10));
    }

    private static List<SpanData> found(List<Trace> traces, String step, String event) {
        return traces.stream().flatMap(trace -> FoundWaits.in(trace, step, event).spans().stream()).toList();
    }

    private static void assertWaitedFor(Trace trace, double atLeastMs) {
        assertThat(Laws.verdictMs(trace, "waiting")).isGreaterThanOrEqualTo(atLeastMs);
        assertThat(Laws.waitedFor(trace)).isNotEmpty();
    }
}
