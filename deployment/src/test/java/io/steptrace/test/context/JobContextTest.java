package io.steptrace.test.context;

import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.JobQueue;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** What a job takes from its submitter to its worker. */
class JobContextTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class, Request.class)
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "10s")
            .overrideConfigKey("quarkus.steptrace.queues.\"narrow\".concurrency", "1");

    @Inject
    Work work;

    @Inject
    @JobQueue("narrow")
    ManagedExecutor narrow;

    @Test
    @ActivateRequestContext
    void propagatesTheRequestContext() {
        assertThat(work.queuedRequestId().await().indefinitely()).isEqualTo(work.requestId());
    }

    @Test
    @ActivateRequestContext
    void givesAJobNobodyWaitsForAContextOfItsOwn() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        work.noteRequestId(seen, done);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        // the request of this test is still there, but might have ended in the middle of the job
        assertThat(seen.get()).isNotNull().isNotEqualTo(work.requestId());
    }

    @Test
    void givesAJobThatOutlivesItsRequestAContextOfItsOwn() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicReference<String> seen = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        work.blocked(gate);
        // on a thread without the request context of the test, which outlives the job
        String mine = CompletableFuture.supplyAsync(() -> work.enqueueAndEndRequest(seen, done), ForkJoinPool.commonPool())
                .join();
        gate.countDown();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen.get()).isNotNull().isNotEqualTo(mine);
    }

    @Test
    void propagatesBaggageAndTheLogContextOfTheApplication() {
        MDC.put("tenant", "acme");
        try (Scope scope = Baggage.builder().put("region", "eu").build().makeCurrent()) {
            List<Object> seen = work.surroundings().await().indefinitely();
            SpanData span = spans.await("step.surroundings");
            assertThat(seen).containsExactly("acme", "eu", span.getTraceId(), span.getSpanId());
        } finally {
            MDC.remove("tenant");
        }
        assertThat(work.surroundings().await().indefinitely().get(0)).isNull();
    }

    @Test
    void injectsTheQueueAsAnExecutor() {
        String inside = work.insideAStep(() -> narrow.supplyAsync(() -> {
            work.load();
            return Thread.currentThread().getName();
        }).join());

        assertThat(inside).isNotEqualTo(Thread.currentThread().getName());
        List<SpanData> all = spans.await(found -> found.size() == 2);
        SpanData submitter = FinishedSpans.named(all, "step.insideAStep");
        // the submitter may end before the worker has recorded the end of the task
        assertThat(eventNames(submitter)).startsWith("steptrace.job.enqueued", "steptrace.job.taken", "steptrace.job.started");
        assertThat(FinishedSpans.named(all, "db.get blog_post").getParentSpanId()).isEqualTo(submitter.getSpanId());
        assertThatThrownBy(narrow::shutdown).isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("narrow");
    }

    @Test
    void recordsManyTasksOfOneSpanInTheOrderOfTime() {
        work.insideAStep(() -> {
            List<CompletableFuture<Void>> tasks = java.util.stream.IntStream.range(0, 10)
                    .mapToObj(i -> narrow.runAsync(work::load)).toList();
            tasks.forEach(CompletableFuture::join);
            return null;
        });

        SpanData submitter = spans.await("step.insideAStep");
        assertThat(submitter.getEvents()).extracting(EventData::getEpochNanos).isSorted();
        assertThat(eventNames(submitter)).filteredOn("steptrace.job.enqueued"::equals).hasSize(10);
        assertThat(eventNames(submitter)).filteredOn("steptrace.job.started"::equals).hasSize(10);
    }

    @RequestScoped
    public static class Request {

        private final String id = UUID.randomUUID().toString();

        String id() {
            return id;
        }
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        Request request;

        @Effect("db.get blog_post")
        void load() {
        }

        String requestId() {
            return request.id();
        }

        @Step(queue = "narrow")
        Uni<String> queuedRequestId() {
            return Uni.createFrom().item(request.id());
        }

        @Step(queue = "narrow")
        void blocked(CountDownLatch gate) throws InterruptedException {
            gate.await();
        }

        @ActivateRequestContext
        String enqueueAndEndRequest(AtomicReference<String> seen, CountDownLatch done) {
            laterRequestId().thenAccept(id -> {
                seen.set(id);
                done.countDown();
            });
            return request.id();
        }

        @Step(queue = "narrow")
        CompletableFuture<String> laterRequestId() {
            return CompletableFuture.completedFuture(request.id());
        }

        @Step(queue = "narrow")
        void noteRequestId(AtomicReference<String> seen, CountDownLatch done) {
            seen.set(request.id());
            done.countDown();
        }

        @Step(queue = "narrow")
        Uni<List<Object>> surroundings() {
            return Uni.createFrom().item(java.util.Arrays.asList(MDC.get("tenant"),
                    Baggage.current().getEntryValue("region"), MDC.get("traceId"), MDC.get("spanId")));
        }

        @Step
        <T> T insideAStep(Supplier<T> body) {
            assertThat(Span.current().getSpanContext().isValid()).isTrue();
            return body.get();
        }
    }
}
