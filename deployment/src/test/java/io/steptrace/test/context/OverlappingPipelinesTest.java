package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** What other libraries make of the current span, and the log of its ids, while two pipelines run in one Vert.x context. */
class OverlappingPipelinesTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class, Meeting.class);

    @Inject
    Work work;

    @Inject
    Vertx vertx;

    @RepeatedTest(10)
    void spansOfOtherLibrariesStayBelowTheirStep() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        onRequest(work.leftWithSpans(both), work.rightWithSpans(both));

        List<SpanData> all = spans.await(found -> found.size() == 6);
        for (String step : List.of("step.leftWithSpans", "step.rightWithSpans")) {
            assertThat(FinishedSpans.childrenOf(FinishedSpans.named(all, step), all)).extracting(SpanData::getName)
                    .containsExactly("Work.plain", "Work.plain");
        }
    }

    @RepeatedTest(10)
    void theLogNamesTheSpanOfEachEffect() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        CompletableFuture<List<String>> left = new CompletableFuture<>();
        CompletableFuture<List<String>> right = new CompletableFuture<>();
        onRequest(work.leftInEffect(both, left), work.rightInEffect(both, right));

        spans.await(found -> found.size() == 4);
        assertThat(left.get()).containsOnly(spans.await("file.read left").getSpanId());
        assertThat(right.get()).containsOnly(spans.await("file.read right").getSpanId());
    }

    private void onRequest(Uni<String> left, Uni<String> right) throws Exception {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        CompletableFuture<Object> result = new CompletableFuture<>();
        context.runOnContext(ignored -> Uni.combine().all().unis(left, right).asTuple().subscribe()
                .with(result::complete, result::completeExceptionally));
        result.get(10, TimeUnit.SECONDS);
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        ManagedExecutor executor;

        @Step
        Uni<String> leftWithSpans(CyclicBarrier both) {
            return plainTwice(both);
        }

        @Step
        Uni<String> rightWithSpans(CyclicBarrier both) {
            return plainTwice(both);
        }

        @WithSpan
        String plain() {
            return "plain";
        }

        @Step
        Uni<String> leftInEffect(CyclicBarrier both, CompletableFuture<List<String>> ids) {
            return Uni.createFrom().item(() -> readLeft(both, ids)).runSubscriptionOn(executor);
        }

        @Step
        Uni<String> rightInEffect(CyclicBarrier both, CompletableFuture<List<String>> ids) {
            return Uni.createFrom().item(() -> readRight(both, ids)).runSubscriptionOn(executor);
        }

        @Effect("file.read left")
        String readLeft(CyclicBarrier both, CompletableFuture<List<String>> ids) {
            return read(both, ids);
        }

        @Effect("file.read right")
        String readRight(CyclicBarrier both, CompletableFuture<List<String>> ids) {
            return read(both, ids);
        }

        private Uni<String> plainTwice(CyclicBarrier both) {
            return Uni.createFrom().item(() -> {
                Meeting.at(both);
                plain();
                Meeting.at(both);
                return plain();
            }).runSubscriptionOn(executor);
        }

        /** Both are in their effects, before either looks and until both have looked. */
        private static String read(CyclicBarrier both, CompletableFuture<List<String>> ids) {
            Meeting.at(both);
            List<String> seen = List.of(String.valueOf(MDC.get("spanId")), Span.current().getSpanContext().getSpanId());
            Meeting.at(both);
            ids.complete(seen);
            return "read";
        }
    }
}
