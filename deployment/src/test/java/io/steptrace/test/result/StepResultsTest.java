package io.steptrace.test.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class StepResultsTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class);

    @Inject
    Work work;

    @Test
    void describesAStepByItsMethod() {
        work.plainValue(7, "eu", null);

        SpanData span = spans.await("step.plainValue");
        assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("io.steptrace");
        assertThat(FinishedSpans.attribute(span, "step.name")).isEqualTo("plainValue");
        assertThat(FinishedSpans.attribute(span, "step.sequence")).isEqualTo(1L);
        assertThat(FinishedSpans.attribute(span, "step.outcome")).isEqualTo("done");
        assertThat(FinishedSpans.attribute(span, "code.function.name")).isEqualTo(Work.class.getName() + ".plainValue");
        assertThat(FinishedSpans.attribute(span, "order.id")).isEqualTo(7L);
        assertThat(FinishedSpans.attribute(span, "region")).isEqualTo("eu");
        assertThat(FinishedSpans.attribute(span, "note")).isNull();
        assertThat(FinishedSpans.attribute(span, "job.queue_wait_ms")).isNull();
    }

    @Test
    void describesAnEffectByItsExpression() {
        assertThat(work.load()).isEqualTo("post");

        SpanData span = spans.await("db.get blog_post");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(FinishedSpans.attribute(span, "effect.kind")).isEqualTo("db");
        assertThat(FinishedSpans.attribute(span, "effect.operation")).isEqualTo("get");
        assertThat(FinishedSpans.attribute(span, "effect.target")).isEqualTo("blog_post");
        assertThat(FinishedSpans.attribute(span, "effect.required")).isEqualTo(true);
        assertThat(FinishedSpans.attribute(span, "effect.success")).isEqualTo(true);
        assertThat(FinishedSpans.attribute(span, "effect.sequence")).isEqualTo(1L);
        assertThat(FinishedSpans.attribute(span, "db.operation.name")).isEqualTo("get");
        assertThat(FinishedSpans.attribute(span, "db.collection.name")).isEqualTo("blog_post");
    }

    @Test
    void nestsAndNumbersWithinTheTrace() {
        work.nested();

        List<SpanData> all = spans.await(found -> found.size() == 4);
        SpanData outer = FinishedSpans.named(all, "step.nested");
        assertThat(FinishedSpans.childrenOf(outer, all)).extracting(SpanData::getName)
                .containsExactlyInAnyOrder("db.get blog_post", "cache.get author", "step.named differently");
        assertThat(FinishedSpans.attribute(outer, "step.sequence")).isEqualTo(1L);
        assertThat(FinishedSpans.attribute(FinishedSpans.named(all, "step.named differently"), "step.sequence")).isEqualTo(2L);
        assertThat(FinishedSpans.attribute(FinishedSpans.named(all, "db.get blog_post"), "effect.sequence")).isEqualTo(1L);
        assertThat(FinishedSpans.attribute(FinishedSpans.named(all, "cache.get author"), "effect.sequence")).isEqualTo(2L);
        assertThat(FinishedSpans.attribute(FinishedSpans.named(all, "cache.get author"), "cache.hit")).isEqualTo(false);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void endsWithTheUniAndNotWithTheCall() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Uni<String> pending = work.uni(answer);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        CompletableFuture<String> result = pending.subscribeAsCompletionStage();
        assertThat(spans.soFar()).isEmpty();
        answer.complete("late");
        assertThat(result.join()).isEqualTo("late");
        assertThat(FinishedSpans.attribute(spans.await("step.uni"), "step.outcome")).isEqualTo("done");
    }

    @Test
    void givesEachSubscriptionOfAUniASpan() {
        Uni<String> twice = work.uni(CompletableFuture.completedFuture("again"));
        twice.await().indefinitely();
        twice.await().indefinitely();

        List<SpanData> both = spans.await("step.uni", 2);
        assertThat(both).hasSize(2);
        assertThat(both).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
        assertThat(both).allMatch(SpanData::hasEnded);
    }

    @Test
    void endsACancelledUniAsCancelled() {
        work.uni(new CompletableFuture<>()).subscribe().with(item -> {
        }).cancel();

        SpanData span = spans.await("step.uni");
        assertThat(FinishedSpans.attribute(span, "step.outcome")).isEqualTo("cancelled");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void endsAMultiWithItsLastItemOrItsCancellation() {
        assertThat(work.multi().collect().asList().await().indefinitely()).containsExactly(1, 2, 3);
        assertThat(FinishedSpans.attribute(spans.await("step.multi"), "step.outcome")).isEqualTo("done");

        spans.reset();
        work.multi().subscribe().withSubscriber(AssertSubscriber.create(1)).cancel();
        assertThat(FinishedSpans.attribute(spans.await("step.multi"), "step.outcome")).isEqualTo("cancelled");
    }

    @Test
    void endsWithTheStageAndKeepsItsException() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletionStage<String> stage = work.stage(answer);
        answer.completeExceptionally(new IllegalStateException("no answer"));

        Throwable seen = stage.handle((item, failure) -> failure).toCompletableFuture().join();
        assertThat(seen).isInstanceOf(IllegalStateException.class);
        SpanData span = spans.await("step.stage");
        assertThat(FinishedSpans.attribute(span, "step.outcome")).isEqualTo("fail");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(FinishedSpans.attribute(span, "error.type")).isEqualTo(IllegalStateException.class.getName());
        assertThat(FinishedSpans.attribute(span, "error.message")).isEqualTo("no answer");
        assertThat(FinishedSpans.attribute(span, "error.origin")).isEqualTo("system");
        assertThat(FinishedSpans.eventNames(span)).containsExactly("exception");
    }

    @Test
    void handsTheCancellationOfAFutureOn() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        work.stage(answer).toCompletableFuture().cancel(true);

        assertThat(answer).isCancelled();
        assertThat(FinishedSpans.attribute(spans.await("step.stage"), "step.outcome")).isEqualTo("cancelled");
    }

    @Test
    void endsWhenThereIsNoAsynchronousResult() {
        assertThat(work.nullUni()).isNull();
        assertThat(FinishedSpans.attribute(spans.await("step.nullUni"), "step.outcome")).isEqualTo("done");

        assertThatThrownBy(work::throwingUni).isInstanceOf(IllegalArgumentException.class);
        assertThat(FinishedSpans.attribute(spans.await("step.throwingUni"), "step.outcome")).isEqualTo("fail");
        assertThatThrownBy(work::throwingStage).isInstanceOf(CompletionException.class);
        assertThat(FinishedSpans.attribute(spans.await("step.throwingStage"), "error.type"))
                .isEqualTo(IllegalArgumentException.class.getName());
    }

    @ApplicationScoped
    public static class Work {

        @Step
        String plainValue(@SpanAttribute("order.id") long id, @SpanAttribute String region, @SpanAttribute String note) {
            return region + id;
        }

        @Effect("db.get blog_post")
        String load() {
            return "post";
        }

        @Effect("cache.get author")
        String missing() {
            return null;
        }

        @Step("named differently")
        protected void inner() {
            assertThat(Span.current().getSpanContext().isValid()).isTrue();
        }

        @Step
        void nested() {
            load();
            missing();
            inner();
        }

        @Step
        Uni<String> uni(CompletableFuture<String> answer) {
            return Uni.createFrom().completionStage(answer);
        }

        @Step
        Multi<Integer> multi() {
            return Multi.createFrom().items(1, 2, 3);
        }

        @Step
        CompletionStage<String> stage(CompletableFuture<String> answer) {
            return answer;
        }

        @Step
        Uni<String> nullUni() {
            return null;
        }

        @Step
        Uni<String> throwingUni() {
            throw new IllegalArgumentException("before the Uni exists");
        }

        @Step
        CompletableFuture<String> throwingStage() {
            throw new CompletionException(new IllegalArgumentException("wrapped"));
        }
    }
}
