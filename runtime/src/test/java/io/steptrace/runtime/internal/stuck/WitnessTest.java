package io.steptrace.runtime.internal.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.context.RunningThread;
import io.steptrace.runtime.internal.job.VirtualThreads;
import io.steptrace.runtime.internal.work.Work;

/** What is said of work that does not end, and how often. */
class WitnessTest {

    private static final AttributeKey<String> STATE = AttributeKey.stringKey("thread.state");
    private static final AttributeKey<String> STACK = AttributeKey.stringKey("code.stacktrace");
    private static final String HANGS = HungThread.class.getName() + "\\.hang\\(HungThread\\.java:\\d+\\)";

    private final WitnessedSdk sdk = new WitnessedSdk();

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void saysWhereWorkStandsWhileItDoesAndAgainWhenItsAgeHasDoubled() throws Exception {
        Span request = sdk.request("/posts/1");
        Work work = sdk.step("load", request);
        String traceId = request.getSpanContext().getTraceId();
        try (HungThread hung = new HungThread("worker-1", work.context())) {
            sdk.lookAfter(9);
            assertThat(sdk.lines).as("not stuck yet").isEmpty();
            assertThat(sdk.works.count()).isZero();

            sdk.lookAfter(1);
            assertThat(sdk.newLines()).singleElement().asString()
                    .matches("WARN stuck work: GET /posts/1 - running for 10\\.0 s,"
                            + " step\\.load on worker-1 \\(waiting\\) in " + HANGS + ", trace " + traceId);
            StuckWork stuck = sdk.works.list().get(0);
            assertThat(stuck.traceId()).isEqualTo(traceId);
            assertThat(stuck.step()).isEqualTo("step.load");
            assertThat(stuck.thread()).isEqualTo("worker-1");
            assertThat(sdk.works.count()).isOne();

            assertThat(saidDuring(9)).as("up to 19 s").isEmpty();
            assertThat(saidDuring(1)).as("at 20 s").hasSize(1);
            assertThat(saidDuring(19)).isEmpty();
            assertThat(saidDuring(1)).as("at 40 s").singleElement().asString().contains("running for 40.0 s");
        }
        work.succeed(null);
        request.end();
        sdk.lookAfter(1);
        assertThat(sdk.newLines())
                .containsExactly("INFO stuck work: GET /posts/1 - over at last after 40.0 s, trace " + traceId);
        assertThat(sdk.works.count()).isZero();
        for (SpanData span : sdk.finished()) {
            assertThat(stuckEvents(span)).as(span.getName()).hasSize(3).allSatisfy(event -> {
                assertThat(event.getAttributes().get(STATE)).isEqualTo("waiting");
                assertThat(event.getAttributes().get(STACK)).containsPattern("(?m)^at " + HANGS);
            });
        }
    }

    @Test
    void saysOfARequestWithoutAThreadOnce() {
        Span request = sdk.request("/never");
        assertThat(saidDuring(60)).singleElement().asString()
                .startsWith("WARN stuck work: GET /never - running for 10.0 s, on no thread that is known, trace ");
        assertThat(sdk.works.count()).as("as long as it lasts").isOne();
        request.end();
        sdk.lookAfter(1);
        assertThat(sdk.newLines()).singleElement().asString().contains("over at last after 60.0 s");
        assertThat(stuckEvents(sdk.finished().get(0))).hasSize(1);
    }

    /** Who has read a line may ask at once. */
    @Test
    void listsWhatItSaysAndNoLongerWhatItSaysIsOver() {
        Span request = sdk.request("/never");
        sdk.lookAfter(10);
        request.end();
        sdk.lookAfter(1);

        assertThat(sdk.newLines()).hasSize(2);
        assertThat(sdk.countsAtLines).containsExactly(1, 0);
    }

    @Test
    void saysNothingOfAResponseThatTakesItsTime() {
        Span streamed = sdk.request("/stream");
        sdk.answer(streamed);
        assertThat(saidDuring(60)).isEmpty();
        assertThat(sdk.works.count()).isZero();
    }

    @Test
    void saysItOfAStepThatHangsWithinAStream() throws Exception {
        Span streamed = sdk.request("/stream");
        sdk.answer(streamed);
        assertThat(saidDuring(60)).isEmpty();
        Work item = sdk.step("item", streamed);
        try (HungThread hung = new HungThread("worker-1", item.context())) {
            assertThat(saidDuring(10)).singleElement().asString()
                    .startsWith("WARN stuck work: step.item - running for 10.0 s, on");
        }
    }

    @Test
    void namesTheThreadOfARequestWithoutAStep() throws Exception {
        Span request = sdk.request("/plain");
        Context context = Context.root().with(request);
        CountDownLatch release = new CountDownLatch(1);
        Thread worker = new Thread(() -> {
            RunningThread running = RunningThread.serve(context);
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.leave(context);
        }, "worker-1");
        worker.start();
        Awaitility.await().until(worker::getState, Thread.State.WAITING::equals);
        assertThat(saidDuring(10)).singleElement().asString()
                .matches("WARN stuck work: GET /plain - running for 10\\.0 s, on worker-1 \\(waiting\\) in "
                        + WitnessTest.class.getName() + ".*");
        release.countDown();
        worker.join();
        sdk.lookAfter(1);
        assertThat(sdk.works.list()).singleElement().extracting(StuckWork::thread).as("it has returned").isNull();
    }

    @Test
    void namesTheOwnerOfAMonitor() throws Exception {
        Work work = sdk.rootStep("refresh");
        Object monitor = new Object();
        synchronized (monitor) {
            HungThread.blocked("worker-1", work.context(), monitor);
            assertThat(saidDuring(10)).singleElement().asString()
                    .matches(
                            "WARN stuck work: step\\.refresh - running for 10\\.0 s, on worker-1 \\(blocked\\) in .*\\.hangIn\\(.*\\),"
                                    + " waiting for " + Thread.currentThread().getName() + " in .*\\.saidDuring.*");
        }
        work.succeed(null);
        EventData event = stuckEvents(sdk.finished().get(0)).get(0);
        assertThat(event.getAttributes().get(AttributeKey.stringKey("job.stuck.owner")))
                .startsWith(Thread.currentThread().getName());
    }

    @Test
    void seesVirtualThreads() throws Exception {
        ThreadFactory virtual = VirtualThreads.factory().orElse(null);
        Assumptions.assumeTrue(virtual != null);
        Work work = sdk.rootStep("light");
        try (HungThread hung = new HungThread("light-1", work.context(), virtual)) {
            assertThat(saidDuring(10)).singleElement().asString()
                    .matches("WARN stuck work: step\\.light - running for 10\\.0 s, on light-1 \\(waiting\\) in " + HANGS
                            + ".*");
        }
        assertThat(RunningThread.all().filter(RunningThread::isVirtual)).as("once it has left").isEmpty();
    }

    @Test
    void callsARequestWhatItWasCalledFirst() throws Exception {
        Span request = sdk.request("/posts/7");
        Work work = sdk.step("load", request);
        try (HungThread hung = new HungThread("worker-1", work.context())) {
            assertThat(saidDuring(10)).singleElement().asString().startsWith("WARN stuck work: GET /posts/7 - running");
            request.updateName("GET /posts/{id}");
            assertThat(saidDuring(10)).singleElement().asString().startsWith("WARN stuck work: GET /posts/7 - running");
            assertThat(sdk.works.list()).extracting(StuckWork::root).containsExactly("GET /posts/7");
        }
        work.succeed(null);
        request.end();
        assertThat(saidDuring(1)).singleElement().asString().startsWith("INFO stuck work: GET /posts/7 - over");
    }

    @Test
    void saysItOfAnotherStepThatHangsLater() throws Exception {
        Span request = sdk.request("/loop");
        Work first = sdk.step("first", request);
        try (HungThread hung = new HungThread("worker-1", first.context())) {
            assertThat(saidDuring(22)).hasSize(2);
        }
        first.succeed(null);
        Work second = sdk.step("second", request);
        try (HungThread hung = new HungThread("worker-1", second.context())) {
            assertThat(saidDuring(9)).isEmpty();
            assertThat(saidDuring(1)).singleElement().asString().contains("running for 32.0 s, step.second on worker-1");
        }
    }

    @Test
    void boundsItsLinesAndWhatItKeeps() {
        List<Span> requests = IntStream.range(0, 100).mapToObj(i -> sdk.request("/" + i)).toList();
        sdk.lookAfter(10);
        assertThat(sdk.newLines()).hasSize(Witness.MAX_LINES + 1).last().asString()
                .isEqualTo("WARN stuck work: 68 more have been running for more than 10.0 s");
        assertThat(sdk.works.list()).hasSize(Witness.MAX_WITHOUT_THREAD);
        assertThat(sdk.works.count()).isEqualTo(100);
        assertThat(saidDuring(60)).as("the rest of those that are kept")
                .hasSize(Witness.MAX_WITHOUT_THREAD - Witness.MAX_LINES);

        requests.forEach(Span::end);
        sdk.lookAfter(1);
        assertThat(sdk.works.count()).isZero();
    }

    /** Looks once a second. */
    private List<String> saidDuring(int seconds) {
        for (int second = 0; second < seconds; second++) {
            sdk.lookAfter(1);
        }
        return sdk.newLines();
    }

    private static List<EventData> stuckEvents(SpanData span) {
        return Stream.of(span).flatMap(each -> each.getEvents().stream())
                .filter(event -> event.getName().equals("steptrace.job.stuck")).toList();
    }
}
