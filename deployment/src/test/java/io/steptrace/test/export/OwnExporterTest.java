package io.steptrace.test.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;

class OwnExporterTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with();

    @Inject
    FinishedSpans finished;

    @Inject
    ExportStatus export;

    @Inject
    Tracer tracer;

    @Test
    void leavesTheExportToTheExporterOfTheApplication() {
        tracer.spanBuilder("own").startSpan().end();

        assertThat(finished.await("own", 1)).hasSize(1);
        assertThat(export.target()).isNull();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("steptrace-export");
    }
}
