package io.steptrace.test.export.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.WithTestResource;
import io.steptrace.runtime.internal.export.ExportStatus;

/** Without the guard it is the only one, and behind the tail of the sampler. */
@WithTestResource(ReceivedRequests.class)
class UnguardedBeanTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = PlatformBean.in()
            .overrideConfigKey("quarkus.steptrace.export.guard", "false")
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0,tail:error");

    @Inject
    Tracer tracer;

    @Inject
    Instance<ExportStatus> export;

    @Test
    void isSentWhatTheTailKeeps() {
        assertThat(export.isUnsatisfied()).isTrue();

        tracer.spanBuilder("ordinary").startSpan().end();
        tracer.spanBuilder("failed").startSpan().setStatus(StatusCode.ERROR).end();

        await().atMost(PlatformBean.PATIENCE).until(() -> ReceivedRequests.spansNamed("failed") == 1);
        assertThat(ReceivedRequests.spansNamed("ordinary")).isZero();
    }
}
