package io.steptrace.test;

import static io.steptrace.test.DrawnSpans.with;
import static io.steptrace.test.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/** A trace kept as a file: compared, missing, written. */
class GoldenFileTest {

    private static final String KEY = "steptrace.golden";
    private static final Path WRITTEN = Path.of("src/test/resources/traces/written.trace");

    private static DrawnSpans send(long jobs) {
        return new DrawnSpans().span(0, "step.send", 0, 99, span -> span.setAttributes(
                Attributes.of(AttributeKeys.JOB_QUEUE, "mail", AttributeKeys.JOB_QUEUE_WAIT_MS, 70.0 + jobs,
                        AttributeKeys.STEP_SEQUENCE, jobs, AttributeKeys.JOB_PROMOTED, false, AttributeKeys.JOB_PARK_COUNT, 0L))
                .setEvents(List.of(EventData.create(1, "steptrace.job.started", Attributes.empty()))))
                .span(1, "tcp.send header", 1, 20).span(1, "tcp.send body", 2, 30);
    }

    @AfterEach
    void writesNoMore() throws IOException {
        System.clearProperty(KEY);
        Files.deleteIfExists(WRITTEN);
    }

    @Test
    void findsNoDifferenceInWhatChangesFromRunToRun() {
        assertThat(send(1).trace()).matchesGolden("send");
    }

    @Test
    void marksTheDifferenceAndSaysWhatToDo() {
        assertThatThrownBy(() -> assertThat(send(2).trace()).matchesGolden("send")).hasMessage("""
                the trace differs from src/test/resources/traces/send.trace - if the change is intended, write it with \
                -Dsteptrace.golden=update, and read it before you commit

                expected:
                - INTERNAL step.send UNSET {job.park_count=0, job.promoted=false, job.queue=mail, job.queue_wait_ms=<ms>, \
                step.sequence=1}
                    * steptrace.job.started
                    INTERNAL tcp.send body UNSET
                    INTERNAL tcp.send header UNSET
                but was:
                + INTERNAL step.send UNSET {job.park_count=0, job.promoted=false, job.queue=mail, job.queue_wait_ms=<ms>, \
                step.sequence=2}
                    * steptrace.job.started
                    INTERNAL tcp.send body UNSET
                    INTERNAL tcp.send header UNSET
                """);
    }

    /** The wait that was not marked leaves nothing; that which was gives its events back. */
    @Test
    void comparesAsIfNothingHadWaited() {
        Trace waited = new DrawnSpans().span(0, "step.send", 0, 99, span -> span.setAttributes(
                Attributes.of(AttributeKeys.JOB_QUEUE, "mail", AttributeKeys.JOB_QUEUE_WAIT_MS, 70.0,
                        AttributeKeys.STEP_SEQUENCE,
                        1L, AttributeKeys.JOB_PROMOTED, true, AttributeKeys.JOB_PARK_COUNT, 1L)))
                .span(1, "tcp.send header", 71, 80).span(1, "tcp.send body", 72, 90, span -> span.setAttributes(Attributes.of(
                        AttributeKeys.JOB_PARK_COUNT, 1L, AttributeKeys.JOB_PROMOTED, true)))
                .span(1, "job.queue_wait", 0, 70, span -> span
                        .setEvents(List.of(EventData.create(1, "steptrace.job.started", Attributes.empty()))))
                .span(1, "job.park(io_wait)", 91, 97, with(AttributeKeys.JOB_PARK_DETECTED, true))
                .span(3, "job.park(io_wait)", 73, 79, with(AttributeKeys.JOB_PARK_DETECTED, true)).trace();

        assertThat(waited).matchesGolden("send");
    }

    @Test
    void saysHowToWriteAFileThatIsMissing() {
        assertThatThrownBy(() -> assertThat(send(1).trace()).matchesGolden("missing"))
                .hasMessageStartingWith("there is no src/test/resources/traces/missing.trace - write it with"
                        + " -Dsteptrace.golden=update, and read it before you commit")
                .hasMessageContaining("+   INTERNAL tcp.send header UNSET\n");
    }

    /** Else each writing would change the order of what happens at the same time. */
    @Test
    void keepsTheOrderOfTheFileItWrites() throws IOException {
        System.setProperty(KEY, "update");
        Files.writeString(WRITTEN, Files.readString(WRITTEN.resolveSibling("send.trace")));
        assertThat(send(2).trace()).matchesGolden("written");

        assertThat(Files.readString(WRITTEN)).isEqualTo(
                """
                        INTERNAL step.send UNSET {job.park_count=0, job.promoted=false, job.queue=mail, job.queue_wait_ms=<ms>, step.sequence=2}
                          * steptrace.job.started
                          INTERNAL tcp.send body UNSET
                          INTERNAL tcp.send header UNSET
                        """);
    }
}
