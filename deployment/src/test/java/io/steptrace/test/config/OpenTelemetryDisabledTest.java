package io.steptrace.test.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.JobQueue;
import io.steptrace.Step;

/** Without OpenTelemetry there is nothing to trace with, and the application starts all the same. */
class OpenTelemetryDisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Work.class))
            .overrideConfigKey("quarkus.otel.enabled", "false");

    @Inject
    Work work;

    @Inject
    @JobQueue("effects")
    ManagedExecutor executor;

    @Test
    void runsUntraced() {
        assertThat(work.plain()).isEqualTo("plain");
        assertThat(executor.supplyAsync(work::plain).join()).isEqualTo("plain");
    }

    @ApplicationScoped
    public static class Work {

        @Step
        String plain() {
            return "plain";
        }
    }
}
