package io.steptrace.test.need;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static io.steptrace.test.fixture.FinishedSpans.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Thread.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.steptrace.test.need.NeedyApplication.Pages;
import io.steptrace.test.need.NeedyApplication.Posts;
import io.steptrace.test.need.NeedyApplication.Visitor;

class NeedTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .with(NeedyApplication.class, Pages.class, Posts.class, Visitor.class, NoSuchPost.class)
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "10s")
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "10s");

    @Inject
    Pages pages;

    @Inject
    Posts posts;

    @Inject
    Tracer tracer;

    @BeforeEach
    void startOver() {
        posts.setAuthor(() -> Uni.createFrom().item("Ada"));
        posts.setPost(() -> Uni.createFrom().item("Post"));
    }

    @Test
    void goesOnInASpanOfTheStepWhenEveryEffectHasEnded() {
        assertThat(pages.page().await().indefinitely()).isEqualTo("Post by Ada");

        List<SpanData> all = spans.await(found -> found.size() == 4);
        SpanData step = named(all, "step.page");
        SpanData resume = named(all, "step.page.resume");
        SpanData post = named(all, "db.get post");
        SpanData author = named(all, "http.get author");
        assertThat(all).filteredOn(span -> span != step).allMatch(span -> span.getParentSpanId().equals(step.getSpanId()));
        assertThat(attribute(step, "step.outcome")).isEqualTo("need");
        assertThat(eventNames(step)).containsExactly("steptrace.need.requested", "steptrace.slot.write",
                "steptrace.slot.write", "steptrace.need.join");
        assertThat(step.getEvents()).extracting(event -> event.getEpochNanos()).isSorted();
        assertThat(step.getEvents().get(0).getAttributes())
                .hasToString(
                        "{need.effects=2, need.join=\"all\", need.mode=\"parallel\"}");
        assertThat(step.getEvents().subList(1, 3)).extracting(event -> event.getAttributes().toString())
                .containsExactlyInAnyOrder("{size_bytes=4, slot=\"post\"}", "{size_bytes=3, slot=\"author\"}");
        assertThat(step.getEvents().get(3).getAttributes().toString())
                .startsWith("{need.completed=2, need.duration_ms=").endsWith("need.failed=0}");
        assertThat(List.of(post, author)).extracting(span -> attribute(span, "effect.need_sequence"))
                .containsExactly(1L, 2L);
        assertThat(List.of(post, author)).extracting(span -> attribute(span, "effect.required"))
                .containsExactly(true, false);
        assertThat(List.of(post, author)).allSatisfy(span -> {
            assertThat(attribute(span, "effect.mode")).isEqualTo("parallel");
            assertThat(attribute(span, "effect.join")).isEqualTo("all");
        });
        assertThat(attribute(resume, "step.outcome")).isEqualTo("done");
        assertThat(attribute(resume, "step.name")).isEqualTo("page");
        assertThat(attribute(resume, "job.queue")).isEqualTo("continuations");
        FinishedSpans.assertAccountedFor(resume);
        FinishedSpans.assertWithin(resume, step);
        assertThat(resume.getStartEpochNanos()).isGreaterThanOrEqualTo(
                Math.max(post.getEndEpochNanos(), author.getEndEpochNanos()));
    }

    @Test
    void staysWithoutErrorWhenAnOptionalEffectFails() {
        posts.setAuthor(() -> Uni.createFrom().failure(new IllegalStateException("gone")));
        assertThat(pages.page().await().indefinitely()).isEqualTo("Post by an unknown author");

        List<SpanData> all = spans.await(found -> found.size() == 4);
        assertThat(all).extracting(span -> span.getStatus().getStatusCode()).containsOnly(StatusCode.UNSET);
        SpanData author = named(all, "http.get author");
        assertThat(attribute(author, "effect.success")).isEqualTo(false);
        assertThat(attribute(author, "error.origin")).isEqualTo("system");
        assertThat(attribute(named(all, "step.page"), "step.outcome")).isEqualTo("need");
    }

    @Test
    void failsWithARequiredEffect() {
        posts.setPost(() -> Uni.createFrom().failure(new IllegalStateException("gone")));
        assertThatThrownBy(() -> pages.page().await().indefinitely()).hasMessage("gone");

        List<SpanData> all = spans.await(found -> found.size() == 3);
        SpanData step = named(all, "step.page");
        assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(step, "step.outcome")).isEqualTo("fail");
        assertThat(eventNames(step)).containsExactly("steptrace.need.requested", "steptrace.slot.write",
                "steptrace.need.join");
        SpanData post = named(all, "db.get post");
        assertThat(post.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(eventNames(post)).contains("exception");
    }

    @Test
    void answersOfTheApplicationColourNothing() {
        posts.setPost(() -> Uni.createFrom().failure(new NoSuchPost()));
        assertThatThrownBy(() -> pages.page().await().indefinitely()).isInstanceOf(NoSuchPost.class);

        List<SpanData> all = spans.await(found -> found.size() == 3);
        assertThat(all).extracting(span -> span.getStatus().getStatusCode()).containsOnly(StatusCode.UNSET);
        assertThat(all).flatExtracting(FinishedSpans::eventNames).doesNotContain("exception");
    }

    @Test
    void recordsTheRequiredFailuresOfOneNeedOnceEach() {
        posts.setPost(() -> Uni.createFrom().failure(new IllegalStateException("post")));
        posts.setAuthor(() -> Uni.createFrom().failure(new IllegalStateException("author")));
        assertThatThrownBy(() -> pages.both().await().indefinitely()).hasMessage("post");

        List<SpanData> all = spans.await(found -> found.size() == 3);
        assertThat(all).filteredOn(span -> eventNames(span).contains("exception")).extracting(SpanData::getName)
                .containsExactlyInAnyOrder("db.get post", "http.get author");
    }

    @Test
    void cancelledLosersSaySo() {
        CompletableFuture<String> never = new CompletableFuture<>();
        posts.setPost(() -> Uni.createFrom().completionStage(never));
        assertThat(pages.fastest().await().indefinitely()).isEqualTo("Ada");

        SpanData loser = spans.await("db.get post");
        assertThat(attribute(loser, "effect.outcome")).isEqualTo("cancelled");
        assertThat(attribute(loser, "effect.success")).isEqualTo(false);
        assertThat(loser.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attribute(spans.await("http.get author"), "effect.outcome")).isNull();
    }

    @Test
    void optionalEffectsGoOnInTheBackgroundAndStayInTheTrace() {
        CompletableFuture<String> late = new CompletableFuture<>();
        posts.setAuthor(() -> Uni.createFrom().completionStage(late));
        assertThat(pages.required().await().indefinitely()).isEqualTo("Post");
        SpanData step = spans.await("step.required");
        assertThat(spans.soFar()).extracting(SpanData::getName).doesNotContain("http.get author");

        late.complete("Ada");
        SpanData author = spans.await("http.get author");
        assertThat(author.getParentSpanId()).isEqualTo(step.getSpanId());
        assertThat(attribute(author, "effect.success")).isEqualTo(true);
        assertThat(author.getEndEpochNanos()).isGreaterThan(step.getEndEpochNanos());
    }

    @Test
    void effectsWithinAnEffectAreNotThoseOfTheNeed() {
        assertThat(pages.nested().await().indefinitely()).isEqualTo("Ada");
        List<SpanData> all = spans.await(found -> found.size() == 4);
        assertThat(attribute(named(all, "cache.get author"), "effect.need_sequence")).isEqualTo(1L);
        assertThat(attribute(named(all, "http.get author"), "effect.need_sequence")).isNull();
    }

    @Test
    void needsOfAContinuationBelongToIt() {
        assertThat(pages.twice().await().indefinitely()).isEqualTo("Post by Ada");
        List<SpanData> all = spans.await(found -> found.size() == 5);
        SpanData step = named(all, "step.twice");
        List<SpanData> resumed = all.stream().filter(span -> span.getName().equals("step.twice.resume")).toList();
        assertThat(resumed).hasSize(2);
        SpanData outer = resumed.stream().filter(span -> span.getParentSpanId().equals(step.getSpanId())).findFirst()
                .orElseThrow();
        assertThat(resumed).filteredOn(span -> span != outer)
                .allMatch(span -> span.getParentSpanId().equals(outer.getSpanId()));
        assertThat(named(all, "http.get author").getParentSpanId()).isEqualTo(outer.getSpanId());
        assertThat(attribute(outer, "step.outcome")).isEqualTo("need");
        FinishedSpans.assertAccountedFor(outer);
    }

    @Test
    void aQueuedStepParksWhileItsNeedIsOpen() {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        CompletableFuture<String> late = new CompletableFuture<>();
        posts.setPost(() -> {
            worker.complete(Thread.currentThread());
            return Uni.createFrom().completionStage(late);
        });
        CompletableFuture<String> page = pages.queued().subscribeAsCompletionStage();
        // the method has returned once its worker looks for other work
        Thread idle = worker.join();
        Awaitility.await().until(() -> idle.getState() == State.WAITING || idle.getState() == State.TIMED_WAITING);
        late.complete("Post");
        assertThat(page.join()).isEqualTo("Post");

        SpanData step = spans.await("step.queued");
        FinishedSpans.assertAccountedFor(step);
        assertThat(eventNames(step)).contains("steptrace.job.parked", "steptrace.need.requested", "steptrace.need.join",
                "steptrace.job.resumed");
    }

    @Test
    void theContinuationHasTheRequestOfItsStep() {
        List<String> visitors = pages.greetings();
        assertThat(visitors.get(0)).isEqualTo(visitors.get(1));
    }

    @Test
    void outsideAStepTheContinuationIsATaskOfItsQueue() {
        Span request = tracer.spanBuilder("request").startSpan();
        String thread;
        try (Scope ignored = Context.root().with(request).makeCurrent()) {
            thread = pages.outsideAStep().await().indefinitely();
        }
        assertThat(thread).isNotEqualTo(Thread.currentThread().getName());
        // the task is over a little later than its result is there
        Awaitility.await().until(() -> ((io.opentelemetry.sdk.trace.ReadableSpan) request).toSpanData().getEvents()
                .size() == 4);
        request.end();
        assertThat(eventNames(spans.await("request"))).containsExactly("steptrace.job.enqueued", "steptrace.job.taken",
                "steptrace.job.started", "steptrace.job.completed");
    }

    @io.steptrace.ApplicationError
    public static class NoSuchPost extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
