package io.steptrace.deployment.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import io.smallrye.faulttolerance.api.ApplyGuard;
import io.smallrye.faulttolerance.api.RetryWhen;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.runtime.internal.telemetry.method.AttemptMetadata;

class GuardedMethodScannerTest {

    @Test
    void findsNothingWhereThereIsNothing() throws IOException {
        assertThat(scan("plain", Plain.class)).isEmpty();
    }

    @Test
    void knowsThatOnlyAsynchronousCallsQueueForABulkhead() throws IOException {
        assertThat(scan("synchronous", Works.class)).contains(new AttemptMetadata(0, false));
        assertThat(scan("uni", Works.class)).contains(new AttemptMetadata(3, false));
        assertThat(scan("byDefault", Works.class)).contains(new AttemptMetadata(10, false));
    }

    @Test
    void knowsWhatARepeatedResultMeans() throws IOException {
        assertThat(scan("timed", Works.class)).contains(new AttemptMetadata(0, true));
        assertThat(scan("ambiguous", Works.class)).contains(new AttemptMetadata(0, false));
    }

    @Test
    void findsAGuardByItsName() throws IOException {
        assertThat(scan("named", Works.class)).contains(new AttemptMetadata(0, false));
    }

    @Test
    void findsWhatAClassDeclaresAboveOrBelow() throws IOException {
        assertThat(scan("ofTheClass", OfParent.class, Parent.class)).contains(new AttemptMetadata(0, false));
        assertThat(scan("plain", Plain.class, Heir.class)).contains(new AttemptMetadata(0, true));
    }

    private static Optional<AttemptMetadata> scan(String method, Class<?>... types) throws IOException {
        WorkMethod work = new StepMethodScanner(Index.of(types), true).workMethods().stream()
                .filter(found -> found.method().name().equals(method)).findFirst().orElseThrow();
        return Optional.ofNullable(work.attempts());
    }

    static class Plain {

        @Step
        void plain() {
        }
    }

    @Timeout
    static class Heir extends Plain {
    }

    @Retry
    static class Parent {
    }

    static class OfParent extends Parent {

        @Step
        void ofTheClass() {
        }
    }

    static class Works {

        @Step
        @Bulkhead(3)
        void synchronous() {
        }

        @Step
        @Bulkhead(3)
        Uni<String> uni() {
            return null;
        }

        @Step
        @Bulkhead
        CompletionStage<String> byDefault() {
            return null;
        }

        @Step
        @Timeout
        void timed() {
        }

        @Step
        @Timeout
        @RetryWhen(result = AnyResult.class)
        String ambiguous() {
            return null;
        }

        @Step
        @ApplyGuard("guard")
        void named() {
        }
    }

    abstract static class AnyResult implements java.util.function.Predicate<Object> {
    }
}
