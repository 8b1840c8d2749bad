package io.steptrace.test.work;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.ApplicationError;
import io.steptrace.Effect;
import io.steptrace.ErrorClassifier;
import io.steptrace.ErrorOrigin;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class ErrorOriginTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .with(Work.class, Refusal.class, SoldOut.class, Indescribable.class,
                    Classifier.class)
            .overrideConfigKey("quarkus.steptrace.application-errors", "java.lang.UnsupportedOperationException");

    @Inject
    Work work;

    @Test
    void leavesAnswersOfTheApplicationUnset() {
        assertThatThrownBy(() -> work.step(new SoldOut())).isInstanceOf(SoldOut.class);
        assertThatThrownBy(() -> work.step(new UnsupportedOperationException())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> work.step(new IOException())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> work.step(new ArithmeticException())).isInstanceOf(ArithmeticException.class);

        assertThat(spans.await("step.step", 4)).allSatisfy(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(attribute(span, "error.origin")).isEqualTo("application");
            assertThat(attribute(span, "step.outcome")).isEqualTo("fail");
            assertThat(span.getEvents()).isEmpty();
        });
    }

    @Test
    void marksFaultsAndTellsThemOnceWhileTheyBubble() {
        assertThatThrownBy(work::failing).isInstanceOf(IllegalStateException.class);

        List<SpanData> all = spans.await(found -> found.size() == 2);
        assertThat(all).allMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
                .allMatch(span -> "system".equals(attribute(span, "error.origin")));
        assertThat(FinishedSpans.eventNames(FinishedSpans.named(all, "db.get stock"))).containsExactly("exception");
        assertThat(FinishedSpans.eventNames(FinishedSpans.named(all, "step.failing"))).isEmpty();
    }

    @Test
    void neverMarksAnOptionalEffect() {
        work.failingOptional();

        List<SpanData> all = spans.await(found -> found.size() == 2);
        assertThat(all).allMatch(span -> span.getStatus().getStatusCode() == StatusCode.UNSET);
        SpanData effect = FinishedSpans.named(all, "http.get advertisement");
        assertThat(attribute(effect, "effect.success")).isEqualTo(false);
        assertThat(attribute(effect, "error.origin")).isEqualTo("system");
    }

    @Test
    void boundsTheMessage() {
        assertThatThrownBy(() -> work.step(new IllegalStateException("x".repeat(10_000)))).isNotNull();
        assertThat(attribute(spans.await("step.step"), "error.message").toString()).hasSize(512);
    }

    @Test
    void endsTheSpanOfAFailureThatCannotEvenBeDescribed() {
        assertThatThrownBy(() -> work.step(new Indescribable())).isInstanceOf(Indescribable.class);
        assertThat(attribute(spans.await("step.step"), "error.type")).isEqualTo(Indescribable.class.getName());
    }

    @Test
    void takesACancellationForWhatItIsWhereverItComesFrom() {
        assertThatThrownBy(() -> work.step(new CancellationException())).isInstanceOf(CancellationException.class);
        SpanData span = spans.await("step.step");
        assertThat(attribute(span, "step.outcome")).isEqualTo("cancelled");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    public static class Indescribable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no words");
        }
    }

    @ApplicationError
    public interface Refusal {
    }

    public static class SoldOut extends RuntimeException implements Refusal {
        private static final long serialVersionUID = 1L;
    }

    @ApplicationScoped
    public static class Classifier implements ErrorClassifier {

        @Override
        public Optional<ErrorOrigin> classify(Throwable error) {
            return error instanceof ArithmeticException ? Optional.of(ErrorOrigin.APPLICATION) : Optional.empty();
        }
    }

    @ApplicationScoped
    public static class Work {

        @Step
        void step(Exception failure) throws IOException {
            if (failure instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) failure;
        }

        @Effect("db.get stock")
        void effect() {
            throw new IllegalStateException("database down");
        }

        @Step
        void failing() {
            effect();
        }

        @Effect(value = "http.get advertisement", required = false)
        void optional() {
            throw new IllegalStateException("no advertisement");
        }

        @Step
        void failingOptional() {
            try {
                optional();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no advertisement");
            }
        }
    }
}
