package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.vertx.core.Vertx;

/** Several threads at once in the Vert.x context of one request, which holds one current span for all of them. */
class SharedVertxContextTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Work.class, Meeting.class);

    private static final AttributeKey<Long> PARKS = AttributeKey.longKey("job.park_count");

    @Inject
    Work work;

    @Inject
    Vertx vertx;

    @Inject
    Tracer tracer;

    @Test
    void anEffectStaysBelowItsStepWhenTheEventLoopHasLeftIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CompletableFuture<Object> result = new CompletableFuture<>();
        requestContext().runOnContext(ignored -> {
            work.handedOver(begun, left).subscribe().with(result::complete, result::completeExceptionally);
            left.countDown();
        });
        assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("loaded");

        assertChildren(spans.await(found -> found.size() == 2), "step.handedOver", "db.get blog_post");
    }

    @Test
    void aRequestThatTheEventLoopHasLeftIsStillTheParent() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CompletableFuture<Object> result = new CompletableFuture<>();
        requestContext().runOnContext(ignored -> {
            Span request = tracer.spanBuilder("request").startSpan();
            try (Scope scope = request.makeCurrent()) {
                work.loadOnWorker(begun, left).onTermination().invoke(request::end)
                        .subscribe().with(result::complete, result::completeExceptionally);
                Meeting.after(begun);
            }
            left.countDown();
        });
        result.get(10, TimeUnit.SECONDS);

        assertChildren(spans.await(found -> found.size() == 2), "request", "db.get blog_post");
    }

    @Test
    void pipelinesThatRunAtOnceKeepTheirOwnEffects() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        onRequest(() -> Uni.combine().all().unis(work.left(both), work.right(both)).asTuple());

        List<SpanData> all = spans.await(found -> found.size() == 6);
        assertChildren(all, "step.left", "db.get blog_post", "db.get blog_post");
        assertChildren(all, "step.right", "db.get blog_post", "db.get blog_post");
    }

    @Test
    void pipelinesThatRunAtOnceKeepTheirOwnParks() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        onRequest(() -> Uni.combine().all().unis(work.left(both), work.right(both)).asTuple());

        List<SpanData> all = spans.await(found -> found.size() == 6);
        assertThat(FinishedSpans.named(all, "step.left").getAttributes().get(PARKS)).isOne();
        assertThat(FinishedSpans.named(all, "step.right").getAttributes().get(PARKS)).isOne();
    }

    @Test
    void whatFollowsAStepIsNotPartOfTheStepBesideIt() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        onRequest(() -> {
            Span request = tracer.spanBuilder("request").startSpan();
            try (Scope ignored = request.makeCurrent()) {
                return Uni.combine().all().unis(work.right(both), work.before(both).map(post -> {
                    // the other pipeline is in its step just now
                    Meeting.at(both);
                    return work.load();
                })).asTuple().onTermination().invoke(request::end);
            }
        });

        List<SpanData> all = spans.await(found -> found.size() == 6);
        assertChildren(all, "step.right", "db.get blog_post", "db.get blog_post");
        assertChildren(all, "step.before");
        assertThat(FinishedSpans.childrenOf(FinishedSpans.named(all, "request"), all)).extracting(SpanData::getName)
                .containsExactlyInAnyOrder("step.right", "step.before", "db.get blog_post");
    }

    @Test
    void aSpanOfSomebodyElseInBetweenIsTheParent() throws Exception {
        onRequest(work::withSpanBetween);

        List<SpanData> all = spans.await(found -> found.size() == 3);
        assertChildren(all, "step.withSpanBetween", "between");
        assertChildren(all, "between", "db.get blog_post");
    }

    private void onRequest(Supplier<Uni<?>> pipeline) throws Exception {
        CompletableFuture<Object> result = new CompletableFuture<>();
        requestContext().runOnContext(
                ignored -> pipeline.get().subscribe().with(result::complete, result::completeExceptionally));
        result.get(10, TimeUnit.SECONDS);
    }

    private io.vertx.core.Context requestContext() {
        io.vertx.core.Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return context;
    }

    private static void assertChildren(List<SpanData> all, String parent, String... children) {
        assertThat(FinishedSpans.childrenOf(FinishedSpans.named(all, parent), all)).extracting(SpanData::getName)
                .containsExactly(children);
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        ManagedExecutor executor;

        @Inject
        Tracer tracer;

        @Effect("db.get blog_post")
        String load() {
            return "loaded";
        }

        @Step
        Uni<String> handedOver(CountDownLatch begun, CountDownLatch left) {
            return Uni.createFrom().item(1).emitOn(task -> {
                executor.execute(task);
                Meeting.after(begun);
            }).map(ignored -> {
                begun.countDown();
                Meeting.after(left);
                return load();
            });
        }

        Uni<String> loadOnWorker(CountDownLatch begun, CountDownLatch left) {
            return Uni.createFrom().item(() -> {
                begun.countDown();
                Meeting.after(left);
                return load();
            }).runSubscriptionOn(executor);
        }

        @Step
        Uni<String> left(CyclicBarrier both) {
            return loadTwice(both);
        }

        @Step
        Uni<String> right(CyclicBarrier both) {
            return loadTwice(both);
        }

        @Step
        Uni<String> before(CyclicBarrier both) {
            return Uni.createFrom().item(() -> {
                Meeting.at(both);
                return "before";
            }).runSubscriptionOn(executor);
        }

        @Step
        Uni<String> withSpanBetween() {
            return Uni.createFrom().item(() -> {
                Span between = tracer.spanBuilder("between").startSpan();
                try (Scope ignored = between.makeCurrent()) {
                    return load();
                } finally {
                    between.end();
                }
            });
        }

        /** Each load begins when the other pipeline is as far, and so does the park. */
        private Uni<String> loadTwice(CyclicBarrier both) {
            return Uni.createFrom().item(() -> {
                Meeting.at(both);
                load();
                Meeting.at(both);
                Parking.park(ParkCause.LOCK).close();
                return load();
            }).runSubscriptionOn(executor);
        }
    }
}
