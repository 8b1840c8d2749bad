package io.steptrace.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.RecordedSpans;
import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** For whom a client of a Vert.x context may ask, of the works whose results are still to come. */
class PendingWorkTest {

    private final RecordedSpans spans = new RecordedSpans(PromotionPolicy.always());
    private final Context request = Context.root().with(spans.tracer.spanBuilder("request").startSpan());

    private static final Runnable NOTHING = () -> {
    };

    private final Vertx vertx = Vertx.vertx();
    private Turn left = CompletableFuture.supplyAsync(this::turnOfThisThread).join();
    private PendingWork pending;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isTheInnermostOfWorksWithinEachOther() {
        Work outer = await("outer", request);
        Work inner = await("inner", outer.context());

        assertThat(pending.innermost(request)).isSameAs(inner.context());
        assertThat(pending.innermost(inner.context())).isSameAs(inner.context());
        inner.succeed(null);
        assertThat(pending.innermost(request)).isSameAs(outer.context());
    }

    @Test
    void isWhatEnclosesWorksBesideEachOther() {
        Work outer = await("outer", request);
        Work one = await("one", outer.context());
        Work other = await("other", outer.context());

        assertThat(pending.innermost(request)).isSameAs(outer.context());
        other.succeed(null);
        assertThat(pending.innermost(request)).isSameAs(one.context());
    }

    @Test
    void isNoneBelowASpanOfSomethingElse() {
        await("step", request);
        Context elsewhere = request.with(spans.tracer.spanBuilder("elsewhere").startSpan());

        assertThat(pending.innermost(elsewhere)).isSameAs(elsewhere);
    }

    @Test
    void isNoneWhileTheCodeThatHasBegunItGoesOn() {
        left = turnOfThisThread();
        Work work = await("step", request);

        assertThat(pending.innermost(request)).isSameAs(request);
        assertThat(CompletableFuture.supplyAsync(() -> pending.innermost(request)).join()).isSameAs(work.context());
    }

    @Test
    void endsWithTheTaskOfAnEventLoop() {
        CompletableFuture<List<Boolean>> goesOn = new CompletableFuture<>();
        ContextInternal eventLoop = (ContextInternal) vertx.getOrCreateContext();
        eventLoop.runOnContext(first -> {
            Turn turn = Turn.of(eventLoop, NOTHING);
            boolean atOnce = turn.goesOnHere();
            eventLoop.owner().setTimer(1, later -> goesOn.complete(List.of(atOnce, turn.goesOnHere())));
        });

        assertThat(goesOn.join()).containsExactly(true, false);
    }

    @Test
    void keepsABoundedNumberAndNoneThatIsOver() {
        for (int work = 0; work < 100; work++) {
            await("step", request);
        }
        assertThat(kept()).hasSize(16);

        kept().forEach(kept -> kept.work().succeed(null));
        Work last = await("last", request);
        assertThat(kept()).extracting(PendingWork::work).containsExactly(last);
    }

    private Work await(String name, Context parent) {
        Work work = spans.work.start(RecordedSpans.step(name), parent, new Object[0]);
        pending = PendingWork.with(pending, work, Span.fromContext(parent), left);
        return work;
    }

    private Turn turnOfThisThread() {
        return Turn.of((ContextInternal) vertx.getOrCreateContext(), NOTHING);
    }

    private Stream<PendingWork> kept() {
        return Stream.iterate(pending, each -> each != null, PendingWork::older);
    }
}
