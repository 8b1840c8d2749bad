package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.runtime.internal.export.ExportStatus;

class OwnExporterTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(FinishedSpans.class, FinishedSpans.Exporter.class))
            .overrideConfigKey(FinishedSpans.EXPORT_DELAY_KEY, FinishedSpans.EXPORT_DELAY);

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
