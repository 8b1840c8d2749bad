package io.steptrace.test.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.ErrorClassifier;
import io.steptrace.ErrorOrigin;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;
import io.steptrace.test.fixture.TracedApplication;

/** The application goes on when its telemetry breaks. */
class BrokenTelemetryTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .with(Work.class, Fault.class, BrokenProcessor.class, BrokenClassifier.class)
            .overrideConfigKey("quarkus.steptrace.debug-jobs", "true");

    @Inject
    Work work;

    @Inject
    BrokenProcessor processor;

    @ParameterizedTest
    @ValueSource(strings = { "BUG", "OUTDATED" })
    void survivesAProcessorThatThrowsAtTheStart(String fault) {
        processor.atStart = Fault.valueOf(fault);
        processor.atEnd = null;
        answersAsEver();
    }

    @ParameterizedTest
    @ValueSource(strings = { "BUG", "OUTDATED" })
    void survivesAProcessorThatThrowsAtTheEnd(String fault) {
        processor.atStart = null;
        processor.atEnd = Fault.valueOf(fault);
        answersAsEver();
    }

    private void answersAsEver() {
        assertThat(work.plain()).isEqualTo("plain");
        assertThat(work.queued().await().indefinitely()).isEqualTo("queued");
        assertThat(work.reactive().await().indefinitely()).isEqualTo("reactive");
        assertThatThrownBy(work::failing).isInstanceOf(IllegalStateException.class).hasMessage("its own");
    }

    /** How telemetry breaks. */
    public enum Fault {

        BUG {
            @Override
            void raise() {
                throw new IllegalArgumentException("broken");
            }
        },

        /** What is missing in a platform of another version. */
        OUTDATED {
            @Override
            void raise() {
                throw new NoSuchMethodError("moved");
            }
        };

        abstract void raise();
    }

    @Singleton
    public static class BrokenProcessor implements SpanProcessor {

        private volatile Fault atStart;
        private volatile Fault atEnd;

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            if (atStart != null) {
                atStart.raise();
            }
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            if (atEnd != null) {
                atEnd.raise();
            }
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @ApplicationScoped
    public static class BrokenClassifier implements ErrorClassifier {

        @Override
        public Optional<ErrorOrigin> classify(Throwable error) {
            throw new IllegalArgumentException("broken classifier");
        }
    }

    @ApplicationScoped
    public static class Work {

        @Step
        String plain() {
            Parking.park(ParkCause.LOCK).close();
            return "plain";
        }

        @Step(queue = "effects")
        Uni<String> queued() {
            Parking.park(ParkCause.LOCK).close();
            return Uni.createFrom().item("queued");
        }

        @Step
        Uni<String> reactive() {
            return Parking.during(ParkCause.IO_WAIT, Uni.createFrom().item("reactive"));
        }

        @Step
        void failing() {
            throw new IllegalStateException("its own");
        }
    }
}
