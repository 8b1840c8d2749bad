package io.steptrace.test.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A header with a credential would leave this host in clear: one warning, and nothing of the credential in the log. */
class CredentialsInClearTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", "http://collector.invalid:4317")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.traces.headers",
                    "authorization=Bearer correct-horse,x-key=horse")
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(records -> assertThat(records)
                    .extracting(
                            record -> record instanceof ExtLogRecord line ? line.getFormattedMessage() : record.getMessage())
                    .noneMatch(line -> line.contains("horse"))
                    .filteredOn(line -> line.contains("in clear")).containsExactly(
                            "quarkus.otel.exporter.otlp.traces.headers sends authorization in clear to collector.invalid, for all on"
                                    + " the way to read - use https:// in quarkus.otel.exporter.otlp.endpoint, or a collector on"
                                    + " this host"));

    @Test
    void starts() {
        // what is asserted was logged at the start
    }
}
