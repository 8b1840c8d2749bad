package io.steptrace.test.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.runtime.internal.stuck.StuckWorks;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** Nothing looks for what is stuck, nor for waits, where both are switched off. */
class StuckOffTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Hanging.class, StuckLog.class)
            .overrideConfigKey("quarkus.steptrace.stuck.after", "0")
            .overrideConfigKey("quarkus.steptrace.detect.waits", "false");

    @Inject
    Hanging.Work work;

    @Inject
    StuckLog log;

    @Inject
    StuckWorks stuck;

    @Test
    void noThreadLooksAndNoTraceIsHeldForIt() {
        long begunNanos = System.nanoTime();
        CompletableFuture<?> answer = getAsync("/step/1");
        awaitElapsed(begunNanos, 1_200);
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("steptrace-witness",
                "steptrace-waits");
        assertThat(log.lines()).isEmpty();
        assertThat(stuck.count()).isZero();
        work.release();
        answer.join();
        assertThat(root().getEvents()).noneMatch(event -> event.getName().equals("steptrace.job.stuck"));
    }
}
