package io.steptrace.test.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Step;
import io.steptrace.runtime.internal.export.ExportStatus;

/** Where there is no collector, the export can be left out of the build; everything else stays. */
class NoExporterTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Posts.class, Ended.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            // a tree is drawn at once, however slow the machine is
            .overrideConfigKey("quarkus.steptrace.detect.waits", "false")
            .overrideRuntimeConfigKey("quarkus.steptrace.console", "true")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.steptrace.console"))
            .assertLogRecords(records -> assertThat(records).hasSize(1));

    @Inject
    Posts posts;

    @Inject
    Ended ended;

    @Inject
    Instance<SpanExporter> exporters;

    @Inject
    Instance<ExportStatus> status;

    @Test
    void recordsStepsWithoutAnExporter() {
        posts.load();
        assertThat(ended.names).containsExactly("step.load");
        assertThat(exporters.isUnsatisfied()).isTrue();
        assertThat(status.isUnsatisfied()).isTrue();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("steptrace-export");
    }

    @ApplicationScoped
    public static class Posts {

        @Step
        void load() {
        }
    }

    /** What the SDK hears of. */
    @Singleton
    public static class Ended implements SpanProcessor {

        final List<String> names = new CopyOnWriteArrayList<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            names.add(span.getName());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
