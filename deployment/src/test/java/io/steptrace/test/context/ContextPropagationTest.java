package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.vertx.core.Vertx;

/** The current span is right on every kind of thread and context, and so are the ids in the log. */
class ContextPropagationTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class);

    @Inject
    Work work;

    @Inject
    Vertx vertx;

    @Inject
    Tracer tracer;

    @Test
    void keepsTheIdsOfTheLogRightThroughNestedSteps() throws Exception {
        List<String> seen = onDuplicatedContext(() -> {
            Span root = tracer.spanBuilder("root").startSpan();
            try (Scope scope = root.makeCurrent()) {
                MDC.put("tenant", "acme");
                List<String> inside = work.outer();
                List<String> again = work.outer();
                assertThat(ids()).startsWith(root.getSpanContext().getSpanId()).endsWith(root.getSpanContext().getTraceId());
                assertThat(MDC.get("tenant")).isEqualTo("acme");
                assertThat(Span.current()).isSameAs(root);
                assertThat(again).hasSameSizeAs(inside);
                return inside;
            } finally {
                root.end();
            }
        });

        List<SpanData> all = spans.await(found -> found.size() == 5);
        SpanData outer = spans.await("step.outer", 2).get(0);
        SpanData inner = FinishedSpans.childrenOf(outer, all).get(0);
        assertThat(seen).containsExactly(
                // in the outer step, in the inner one, back in the outer one: span, parent
                outer.getSpanId(), outer.getParentSpanId(), inner.getSpanId(), outer.getSpanId(), outer.getSpanId(),
                outer.getParentSpanId());
    }

    @Test
    void survivesTheWayFromTheEventLoopToAWorkerAndBack() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        io.vertx.core.Context context = duplicatedContext();
        context.runOnContext(ignored -> work.reactive().subscribe().with(result::complete, result::completeExceptionally));
        assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("loaded");
        assertChildOf("step.reactive", "db.get blog_post");
    }

    @Test
    void survivesAManagedExecutor() throws Exception {
        assertThat(work.managed().toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo("loaded");
        assertChildOf("step.managed", "db.get blog_post");
    }

    @Test
    void leavesNothingBehindOnAPlainThread() {
        Context before = Context.current();
        assertThat(work.reactive().await().indefinitely()).isEqualTo("loaded");
        work.outer();
        assertThat(Context.current()).isSameAs(before);
    }

    @Test
    void doesNotTakeTheSubscriberForAPartOfTheStep() throws Exception {
        Seen seen = new Seen(new java.util.ArrayList<>());
        onDuplicatedContext(() -> {
            Span root = tracer.spanBuilder("root").startSpan();
            try (Scope scope = root.makeCurrent()) {
                work.atOnce(seen).subscribe().withSubscriber(seen);
                seen.onItem("subscribed");
                assertThat(seen.ids().subList(2, 4)).containsOnly(root.getSpanContext().getSpanId());
            } finally {
                root.end();
            }
            return null;
        });
        // called, and then subscribed to
        assertThat(seen.ids()).hasSize(4);
        assertThat(seen.ids().subList(0, 2)).containsOnly(spans.await("step.atOnce").getSpanId());
    }

    @Test
    void createsNoSpanBelowAnUnsampledParent() throws Exception {
        onDuplicatedContext(() -> {
            Span unsampled = Span.wrap(io.opentelemetry.api.trace.SpanContext.create("0af7651916cd43dd8448eb211c80319c",
                    "b7ad6b7169203331", io.opentelemetry.api.trace.TraceFlags.getDefault(),
                    io.opentelemetry.api.trace.TraceState.getDefault()));
            try (Scope scope = unsampled.makeCurrent()) {
                work.outer();
                assertThat(work.queued().await().indefinitely()).isEqualTo(unsampled.getSpanContext().getSpanId());
            }
            return null;
        });
        work.outer();
        spans.await("step.outer");
        assertThat(spans.soFar()).hasSize(2);
    }

    private void assertChildOf(String parent, String child) {
        List<SpanData> all = spans.await(found -> found.size() == 2);
        SpanData step = FinishedSpans.named(all, parent);
        SpanData effect = FinishedSpans.named(all, child);
        assertThat(effect.getParentSpanId()).isEqualTo(step.getSpanId());
        FinishedSpans.assertWithin(effect, step);
    }

    private <T> T onDuplicatedContext(Callable<T> body) throws Exception {
        return duplicatedContext().executeBlocking(body).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private io.vertx.core.Context duplicatedContext() {
        io.vertx.core.Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return context;
    }

    private static List<String> ids() {
        return java.util.stream.Stream.of(MDC.get("spanId"), MDC.get("parentId"), MDC.get("traceId"))
                .filter(java.util.Objects::nonNull).map(Object::toString).toList();
    }

    /** Sees the current span, without contexts of its own. */
    record Seen(List<String> ids) implements UniSubscriber<Object> {

        @Override
        public void onSubscribe(UniSubscription subscription) {
            // nothing to see yet
        }

        @Override
        public void onItem(Object item) {
            ids.add(Span.current().getSpanContext().getSpanId());
        }

        @Override
        public void onFailure(Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        ManagedExecutor executor;

        @Effect("db.get blog_post")
        String load() {
            return "loaded";
        }

        @Step
        List<String> outer() {
            List<String> seen = new java.util.ArrayList<>(spanAndParent());
            seen.addAll(inner());
            seen.addAll(spanAndParent());
            return seen;
        }

        @Step
        List<String> inner() {
            return spanAndParent();
        }

        @Step
        Uni<String> reactive() {
            return Uni.createFrom().item(1).emitOn(executor).map(ignored -> load()).onItem().delayIt()
                    .by(java.time.Duration.ofMillis(1));
        }

        @Step
        Uni<String> atOnce(Seen seen) {
            seen.onItem("called");
            return Uni.createFrom().item(() -> {
                seen.onItem("running");
                return "loaded";
            });
        }

        @Step
        CompletionStage<String> managed() {
            return executor.supplyAsync(this::load);
        }

        @Step(queue = "effects")
        Uni<String> queued() {
            return Uni.createFrom().item(Span.current().getSpanContext().getSpanId());
        }

        private static List<String> spanAndParent() {
            return java.util.Arrays.asList((String) MDC.get("spanId"), (String) MDC.get("parentId"));
        }
    }
}
