package io.steptrace.test.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
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
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Results that are there while they are subscribed to, within callbacks that carry contexts of their own. */
class EarlyResultTest extends TracedTest {

    private static final int TIMES = 3;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class);

    @Inject
    Work work;

    @Inject
    Vertx vertx;

    @Test
    void leaveTheStepAroundThemOnAPlainThread() throws Exception {
        CompletableFuture.supplyAsync(work::both).get(10, TimeUnit.SECONDS);
        assertStepIsWhole();
    }

    @Test
    void leaveTheStepAroundThemInARequest() throws Exception {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.executeBlocking(work::both).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertStepIsWhole();
    }

    @Test
    void leaveNothingOnTheThread() throws Exception {
        Context root = vertx.getOrCreateContext();
        for (int i = 0; i < TIMES; i++) {
            CompletableFuture<List<Object>> seen = new CompletableFuture<>();
            root.runOnContext(ignored -> {
                work.emitted().chain(emitted -> work.promised()).subscribe().with(nothing -> {
                });
                seen.complete(List.of(Vertx.currentContext(), Span.current().getSpanContext().isValid()));
            });
            assertThat(seen.get(10, TimeUnit.SECONDS)).containsExactly(root, false);
        }
        spans.await("cache.get emitted", TIMES).forEach(step -> assertThat(step.getParentSpanContext().isValid()).isFalse());
    }

    @Test
    void followsNoStepOfAJobWithoutASpan() throws Exception {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        assertThat(context.executeBlocking(() -> {
            try (var ignored = io.opentelemetry.context.Context.root().makeCurrent()) {
                work.after();
                return String.valueOf(MDC.get("spanId"));
            }
        }).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo("null");
    }

    private void assertStepIsWhole() {
        List<SpanData> all = spans.await(found -> found.size() == 4);
        assertThat(FinishedSpans.childrenOf(FinishedSpans.named(all, "step.both"), all)).extracting(SpanData::getName)
                .containsExactly("cache.get emitted", "cache.get promised", "db.get after");
    }

    @ApplicationScoped
    public static class Work {

        @Step
        String both() {
            emitted().await().indefinitely();
            promised().await().indefinitely();
            after();
            return Span.current().getSpanContext().getSpanId();
        }

        @Effect("cache.get emitted")
        Uni<String> emitted() {
            return Uni.createFrom().emitter(emitter -> emitter.complete("emitted"));
        }

        @Effect("cache.get promised")
        Uni<String> promised() {
            Promise<String> promise = Promise.promise();
            return Uni.createFrom().emitter(emitter -> {
                promise.future().onSuccess(emitter::complete);
                promise.complete("promised");
            });
        }

        @Effect("db.get after")
        void after() {
        }
    }
}
