package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Steps on Vert.x contexts that are not duplicated, where Quarkus keeps no current span and no log MDC. */
class RootContextTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class);

    @Inject
    Vertx vertx;

    @Inject
    Work work;

    @Test
    void aStepKeepsItsChildrenOnAnEventLoop() throws Exception {
        assertStepIsWhole(on(((VertxInternal) vertx).createEventLoopContext()));
    }

    @Test
    void aStepKeepsItsChildrenOnAWorkerContext() throws Exception {
        assertStepIsWhole(on(((VertxInternal) vertx).createWorkerContext()));
    }

    @Test
    void aStepKeepsItsChildrenInExecuteBlocking() throws Exception {
        assertStepIsWhole(vertx.executeBlocking(work::report).toCompletionStage().toCompletableFuture()
                .get(10, TimeUnit.SECONDS));
    }

    @Test
    void aStepKeepsItsChildrenOnAPlainThread() throws Exception {
        assertStepIsWhole(CompletableFuture.supplyAsync(work::report).get(10, TimeUnit.SECONDS));
    }

    @Test
    void anAsynchronousStepKeepsItsChildrenOnAnEventLoop() throws Exception {
        CompletableFuture<List<String>> seen = new CompletableFuture<>();
        CompletableFuture<Void> subscribed = new CompletableFuture<>();
        ((VertxInternal) vertx).createEventLoopContext().runOnContext(ignored -> {
            work.reportLater(subscribed).subscribe().with(seen::complete, seen::completeExceptionally);
            subscribed.complete(null);
        });
        assertStepIsWhole(seen.get(10, TimeUnit.SECONDS));
    }

    @Test
    void leavesTheContextAsItWas() throws Exception {
        Context root = ((VertxInternal) vertx).createEventLoopContext();
        CompletableFuture<List<Object>> seen = new CompletableFuture<>();
        root.runOnContext(ignored -> {
            work.report();
            seen.complete(List.of(Vertx.currentContext(), Span.current().getSpanContext().isValid()));
        });
        assertThat(seen.get(10, TimeUnit.SECONDS)).containsExactly(root, false);
    }

    private List<String> on(Context context) throws Exception {
        CompletableFuture<List<String>> seen = new CompletableFuture<>();
        context.runOnContext(ignored -> seen.complete(work.report()));
        return seen.get(10, TimeUnit.SECONDS);
    }

    private void assertStepIsWhole(List<String> seen) {
        SpanData step = spans.await(all -> all.size() == 4).stream().filter(span -> span.getName().startsWith("step."))
                .findFirst().orElseThrow();
        assertThat(FinishedSpans.childrenOf(step, spans.soFar())).extracting(SpanData::getName)
                .containsExactlyInAnyOrder("db.get blog_post", "Work.plain", "db.get blog_post");
        assertThat(seen).as("ids in the log, and of the current span").containsOnly(step.getSpanId());
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        ManagedExecutor executor;

        @Step
        List<String> report() {
            load();
            plain();
            load();
            return ids();
        }

        @Step
        Uni<List<String>> reportLater(CompletableFuture<Void> subscribed) {
            return Uni.createFrom().completionStage(() -> {
                load();
                return subscribed;
            }).emitOn(executor).map(ignored -> {
                plain();
                load();
                return ids();
            });
        }

        @Effect("db.get blog_post")
        void load() {
        }

        @WithSpan
        void plain() {
        }

        private static List<String> ids() {
            return List.of(String.valueOf(MDC.get("spanId")), Span.current().getSpanContext().getSpanId());
        }
    }
}
