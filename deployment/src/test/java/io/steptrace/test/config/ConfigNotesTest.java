package io.steptrace.test.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Effect;
import io.steptrace.Step;

/** What is configured and does nothing, or something else, is said when the application starts. */
class ConfigNotesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Digest.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.steptrace.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.steptrace.export.guard", "false")
            .overrideRuntimeConfigKey("quarkus.steptrace.queues.\"digset\".concurrency", "1")
            .overrideRuntimeConfigKey("quarkus.steptrace.queues.\"digest\".concurrency", "1")
            .overrideRuntimeConfigKey("quarkus.steptrace.queue.effects", "nope")
            .overrideRuntimeConfigKey("quarkus.steptrace.queue.continuations", "digest")
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:1,tail:slow(45s)|slow(10s)")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.steptrace.config"))
            .assertLogRecords(ConfigNotesTest::sayEach);

    @Test
    void starts() {
        // what is asserted was logged at the start
    }

    private static void sayEach(List<LogRecord> records) {
        assertThat(records).extracting(record -> record instanceof ExtLogRecord line ? line.getFormattedMessage()
                : record.getMessage()).containsExactlyInAnyOrder(
                        "quarkus.steptrace.enabled=false does nothing: it was true when the application was built - build with it,"
                                + " or switch tracing off at run time with quarkus.otel.sdk.disabled=true",
                        "quarkus.steptrace.export.guard=false does nothing: it was true when the application was built - build with"
                                + " it",
                        "quarkus.steptrace.queue.effects=nope opens a queue of this name with the limits by default, as nothing"
                                + " else names it - configure quarkus.steptrace.queues.\"nope\".*, or name a queue that there is",
                        "quarkus.steptrace.queues.\"digset\".* does nothing: the application has no queue of this name - its"
                                + " queues are digest, nope",
                        "quarkus.steptrace.sampler has a rule slow that keeps nothing: what takes longer than"
                                + " quarkus.steptrace.tail.decision-wait (30s) is decided before - make that longer, or the rule"
                                + " shorter");
    }

    @ApplicationScoped
    public static class Digest {

        @Step(queue = "digest")
        void build() {
        }

        @Effect(value = "db.list post", queue = "effects")
        void list() {
        }
    }
}
