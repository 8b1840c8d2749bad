package io.steptrace.test.export.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.WithTestResource;
import io.steptrace.runtime.internal.export.ExportStatus;

/** Two beans, and each span is exported once, by ours. */
@WithTestResource(ReceivedRequests.class)
class GuardedBeanTest {

    private static final int SPANS = 20;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = PlatformBean.in();

    @Inject
    Tracer tracer;

    @Inject
    ExportStatus export;

    @Test
    void takesThePlaceOfTheOther() {
        IntStream.range(0, SPANS).forEach(i -> tracer.spanBuilder("guarded").startSpan().end());

        await().atMost(PlatformBean.PATIENCE).until(() -> export.tally().delivered() == SPANS);
        tracer.spanBuilder("last").startSpan().end();
        await().atMost(PlatformBean.PATIENCE).until(() -> export.tally().delivered() == SPANS + 1);
        assertThat(ReceivedRequests.spansNamed("guarded")).isEqualTo(SPANS);
        assertThat(ReceivedRequests.spansNamed("last")).isEqualTo(1);
    }
}
