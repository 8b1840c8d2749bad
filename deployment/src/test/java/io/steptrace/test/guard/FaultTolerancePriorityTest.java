package io.steptrace.test.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Step;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** The application has put fault tolerance behind where the attempts are seen from otherwise. */
class FaultTolerancePriorityTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class, Unstable.class, RecordedRetry.class)
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "10s")
            .overrideConfigKey("mp.fault.tolerance.interceptor.priority", "5000");

    @Inject
    Work work;

    @Test
    void seesTheAttemptsAllTheSame() {
        assertThat(work.retried()).isEqualTo("third");
        RecordedRetry.assertTwoRetries(spans.await("step.retried"), 1, 1);
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        Unstable unstable;

        @Step
        @Retry(delay = 1, jitter = 0)
        String retried() {
            return unstable.thirdTime();
        }
    }
}
