package io.steptrace.test.sampling;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedMetrics;
import io.steptrace.test.fixture.TracedApplication;

class SamplingMetricsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.measuring()
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0,tail:error");

    @Inject
    Tracer tracer;

    @Inject
    FinishedMetrics metrics;

    @Test
    void countTracesByWhatWasDecidedAndWhy() {
        for (int trace = 0; trace < 7; trace++) {
            tracer.spanBuilder("trace").startSpan().setStatus(trace < 2 ? StatusCode.ERROR : StatusCode.UNSET).end();
        }

        metrics.awaitLong("steptrace.sampling.kept", reason("error"), 2);
        metrics.awaitLong("steptrace.sampling.dropped", reason("unremarkable"), 5);
    }

    private static Attributes reason(String reason) {
        return Attributes.of(AttributeKey.stringKey("reason"), reason);
    }
}
