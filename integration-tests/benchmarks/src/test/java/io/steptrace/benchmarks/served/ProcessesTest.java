package io.steptrace.benchmarks.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.steptrace.benchmarks.served.Milestone.Announcement;

/** What is read from processes. */
class ProcessesTest {

    private static final String AUGMENTED = "2026-01-02 03:04:05,678 INFO  [io.quarkus.deployment.QuarkusAugmentor] (main) "
            + "Quarkus augmentation completed in 13040ms";
    private static final String STARTED = "2026-01-02 03:04:05,678 INFO  [io.quarkus] (main) app 1.0 on JVM (powered by "
            + "Quarkus 3.32.1) started in 2.997s. Listening on: http://127.0.0.1:36983";

    @Test
    void anAnnouncementSaysHowLongTheBuildTook() {
        assertThat(Announcement.AUGMENTED.millisIn(AUGMENTED)).hasValue(13040);
    }

    @Test
    void anAnnouncementSaysHowLongTheStartTook() {
        assertThat(Announcement.STARTED.millisIn(STARTED)).hasValue(2997);
    }

    @Test
    void takesNoOtherLineForAnAnnouncement() {
        assertThat(Announcement.AUGMENTED.millisIn(STARTED)).isEmpty();
        assertThat(Announcement.STARTED.millisIn(AUGMENTED)).isEmpty();
        assertThat(Announcement.STARTED.millisIn("Profile prod activated.")).isEmpty();
    }

    @Test
    void aSampleAddsUpTheGenerationsAndLeavesTheCompilerOut() {
        JvmSample sample = JvmSample.parse("""
                42:
                Command executed successfully
                 def new generation   total 157248K, used 48K [0x1, 0x2, 0x3)
                  eden space 139776K,   0% used [0x1, 0x2, 0x3)
                 tenured generation   total 349568K, used 1000K [0x1, 0x2, 0x3)
                 Metaspace       used 113K, committed 384K, reserved 1114112K
                "main" #1 prio=5 os_prio=0 cpu=74.80ms elapsed=1.02s tid=0x1 nid=0x2 runnable
                "C2 CompilerThread0" #5 daemon prio=9 os_prio=0 tid=0x1 nid=0x2 runnable
                "VM Thread" os_prio=0 cpu=1ms tid=0x1 nid=0x2 runnable
                """);

        assertThat(sample).isEqualTo(new JvmSample(1048 * 1024, 1));
        assertThat(sample.heapMegabytes()).isBetween(1.02, 1.03);
    }

    @Test
    void aSampleReadsTheOneLineOfG1() {
        assertThat(JvmSample.parse(" garbage-first heap   total 524288K, used 20480K [0x1, 0x2)").heapMegabytes())
                .isEqualTo(20);
    }

    @Test
    void aSampleDoesNotTakeSilenceForAnEmptyHeap() {
        assertThatThrownBy(() -> JvmSample.parse("42: AttachNotSupportedException"))
                .hasMessageContaining("AttachNotSupportedException");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWatchedProcessSaysWhenItIsDoneAndWhatItOccupies() throws Exception {
        try (WatchedProcess shell = WatchedProcess.launch(List.of("sh", "-c",
                "echo blog 1.0 native started in 0.050s. Listening; read line"))) {
            Milestone started = shell.await(Announcement.STARTED);

            assertThat(started.reportedMillis()).isEqualTo(50);
            assertThat(started.elapsedNanos()).isPositive();
            assertThat(shell.residentBytes()).isBetween(100_000L, 100_000_000L);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWatchedProcessThatEndsTooEarlyShowsWhatItSaid() throws Exception {
        try (WatchedProcess shell = WatchedProcess.launch(List.of("sh", "-c", "echo no such port; exit 1"))) {
            assertThatIllegalStateException().isThrownBy(() -> shell.await(Announcement.STARTED))
                    .withMessageContaining("ended before it was STARTED").withMessageContaining("no such port");
        }
    }
}
