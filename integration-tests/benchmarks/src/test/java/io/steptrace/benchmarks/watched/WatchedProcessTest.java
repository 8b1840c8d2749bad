package io.steptrace.benchmarks.watched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class WatchedProcessTest {

    @Test
    void tellsWhenItIsDoneAndWhatItOccupies() throws Exception {
        try (WatchedProcess shell = WatchedProcess.launch(List.of("sh", "-c",
                "echo blog 1.0 native started in 0.050s. Listening; read line"))) {
            Milestone started = shell.await(Announcement.STARTED);

            assertThat(started.reportedMillis()).isEqualTo(50);
            assertThat(started.elapsedNanos()).isPositive();
            assertThat(shell.residentBytes()).isBetween(100_000L, 100_000_000L);
        }
    }

    @Test
    void showsWhatAProcessSaidThatEndedTooEarly() throws Exception {
        try (WatchedProcess shell = WatchedProcess.launch(List.of("sh", "-c", "echo no such port; exit 1"))) {
            assertThatIllegalStateException().isThrownBy(() -> shell.await(Announcement.STARTED))
                    .withMessageContaining("ended before it was STARTED").withMessageContaining("no such port");
        }
    }
}
