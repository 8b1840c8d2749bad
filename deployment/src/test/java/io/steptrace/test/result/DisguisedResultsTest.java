package io.steptrace.test.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.logging.Level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.vertx.core.Promise;

/** Results that are asynchronous although the declaration of the method does not say so. */
class DisguisedResultsTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class, Base.class, Typed.class, Signal.class)
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.steptrace"))
            .assertLogRecords(records -> assertThat(records).extracting(record -> record.getMessage()).containsExactly(
                    "span that may end before its java.util.concurrent.Future: " + Work.class.getName() + "#future - return"
                            + " Uni, Multi or CompletionStage, or take the end of the call for that of the work",
                    "span that may end before its java.util.concurrent.FutureTask: " + Work.class.getName() + "#task - return"
                            + " Uni, Multi or CompletionStage, or take the end of the call for that of the work"));

    @Inject
    Work work;

    @Inject
    Typed typed;

    @ParameterizedTest
    @ValueSource(strings = { "object", "generic", "typeVariable" })
    void endsWithAUni(String method) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Uni<?> result = (Uni<?>) call(method, Uni.createFrom().completionStage(answer));
        CompletableFuture<?> seen = result.subscribeAsCompletionStage();

        assertStillOpen();
        answer.complete("late");
        assertThat(seen.join()).isEqualTo("late");
        assertOutcome("step." + method, "done");
    }

    @ParameterizedTest
    @ValueSource(strings = { "object", "generic", "typeVariable" })
    void endsWithAMulti(String method) {
        AssertSubscriber<Object> subscriber = AssertSubscriber.create(1);
        ((Multi<?>) call(method, Multi.createFrom().items(1, 2, 3))).subscribe().withSubscriber(subscriber);

        assertStillOpen();
        subscriber.request(2).assertCompleted();
        assertOutcome("step." + method, "done");
    }

    @ParameterizedTest
    @ValueSource(strings = { "object", "generic", "typeVariable" })
    void endsWithAFuture(String method) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<?> result = (CompletableFuture<?>) call(method, answer);

        assertStillOpen();
        answer.completeExceptionally(new IllegalStateException("no answer"));
        assertThat(result).isCompletedExceptionally();
        assertOutcome("step." + method, "fail");
    }

    @ParameterizedTest
    @ValueSource(strings = { "object", "generic", "typeVariable" })
    void endsWithAHeirOfAFutureAndLeavesItWhatItIs(String method) {
        Signal signal = new Signal();
        assertThat(call(method, signal)).isSameAs(signal);

        assertStillOpen();
        signal.complete("now");
        assertOutcome("step." + method, "done");
    }

    @Test
    void endsWithADeclaredHeirOfAFuture() {
        Signal signal = work.signal(new Signal());

        assertStillOpen();
        signal.cancel(true);
        assertOutcome("step.signal", "cancelled");
    }

    @Test
    void endsWithAFutureOfVertx() {
        Promise<String> promise = Promise.promise();
        assertThat(work.vertx(promise.future())).isSameAs(promise.future());

        assertStillOpen();
        promise.fail("no answer");
        assertOutcome("step.vertx", "fail");
    }

    @Test
    void endsWithAPublisher() {
        AssertSubscriber<String> subscriber = AssertSubscriber.create(1);
        work.publisher(Multi.createFrom().items("a", "b")).subscribe(subscriber);

        assertStillOpen();
        subscriber.request(1).assertCompleted();
        assertOutcome("step.publisher", "done");
    }

    @Test
    void endsWithAPublisherOfAnotherLibrary() {
        AssertSubscriber<String> subscriber = AssertSubscriber.create(1);
        Flow.Publisher<String> other = seen -> Multi.createFrom().items("a", "b").subscribe(seen);
        work.publisher(other).subscribe(subscriber);

        assertStillOpen();
        subscriber.cancel();
        assertOutcome("step.publisher", "cancelled");
    }

    @Test
    void endsWithAFutureThatCanBeFollowed() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        work.future(answer);

        assertStillOpen();
        answer.complete("late");
        assertOutcome("step.future", "done");
    }

    @Test
    void endsWithTheCallWhereTheResultCannotBeFollowed() {
        work.task(new FutureTask<>(() -> "never"));
        assertOutcome("step.task", "done");
        spans.reset();
        assertThat(work.object("plain")).isEqualTo("plain");
        assertOutcome("step.object", "done");
        spans.reset();
        assertThat(work.object(null)).isNull();
        assertOutcome("step.object", "done");
    }

    private Object call(String method, Object result) {
        return switch (method) {
            case "object" -> work.object(result);
            case "generic" -> work.generic(() -> result);
            default -> typed.typeVariable(result);
        };
    }

    private void assertStillOpen() {
        spans.flush();
        assertThat(spans.soFar()).isEmpty();
    }

    private void assertOutcome(String name, String outcome) {
        SpanData span = spans.await(name);
        assertThat(FinishedSpans.attribute(span, "step.outcome")).isEqualTo(outcome);
        assertThat(spans.soFar()).hasSize(1);
    }

    public static class Signal extends CompletableFuture<String> {
    }

    public abstract static class Base<T> {
        @Step
        public T typeVariable(T result) {
            return result;
        }
    }

    @ApplicationScoped
    public static class Typed extends Base<Object> {
    }

    @ApplicationScoped
    public static class Work {

        @Step
        Object object(Object result) {
            return result;
        }

        @Step
        <T> T generic(Supplier<T> result) {
            return result.get();
        }

        @Step
        Signal signal(Signal result) {
            return result;
        }

        @Step
        io.vertx.core.Future<String> vertx(io.vertx.core.Future<String> result) {
            return result;
        }

        @Step
        Flow.Publisher<String> publisher(Flow.Publisher<String> result) {
            return result;
        }

        @Step
        Future<String> future(Future<String> result) {
            return result;
        }

        @Step
        FutureTask<String> task(FutureTask<String> result) {
            return result;
        }
    }
}
