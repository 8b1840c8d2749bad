package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static io.steptrace.runtime.internal.export.spool.Batches.sized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** Volumes that are full, and folders that are frozen, where the machine allows to make one. */
class DiskSpoolVolumeTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);

    @TempDir
    Path temp;

    private final RecordedLosses losses = new RecordedLosses();

    @Test
    void aVolumeThatIsFullWhileTheApplicationRunsLosesNothing() throws IOException {
        try (SmallVolume volume = SmallVolume.mounted(temp.resolve("volume"));
                Spool spool = DiskSpool.open(volume.path().resolve("spool"), WIDE, WIDE, losses)) {
            spool.offer(batch("a", 1));
            volume.fill();
            spool.offer(sized(8_000, 1));
            spool.offer(batch("c", 1));
            assertThat(spool.refusal()).isEqualTo("No space left on device");
            assertThat(spool.take()).isNotNull();
            spool.settle();

            volume.makeRoom();
            spool.offer(batch("d", 1));

            assertThat(spool.medium()).isEqualTo("disk");
            assertThat(drain(spool)).hasSize(3);
            assertThat(losses.all()).isEmpty();
        }
    }

    @Test
    void aVolumeThatIsFullAtTheStartIsNoReasonNotToStart() throws IOException {
        try (SmallVolume volume = SmallVolume.mounted(temp.resolve("volume"))) {
            volume.fill();
            try (Spool spool = DiskSpool.open(volume.path().resolve("spool"), WIDE, WIDE, losses)) {
                spool.offer(batch("a", 1));
                assertThat(spool.medium()).isEqualTo("memory");
                volume.makeRoom();
                spool.offer(batch("b", 1));
                assertThat(spool.medium()).isEqualTo("disk");
                assertThat(drain(spool)).containsExactly("a", "b");
            }
            assertThat(losses.all()).isEmpty();
        }
    }

    @Test
    void whatIsLeftOnAFullVolumeIsDeliveredAndMakesRoom() throws IOException {
        try (SmallVolume volume = SmallVolume.mounted(temp.resolve("volume"))) {
            Path full = volume.path().resolve("spool");
            try (Spool spool = DiskSpool.open(full, WIDE, WIDE, losses)) {
                spool.offer(batch("a", 1));
                volume.fill();
            }
            try (Spool spool = DiskSpool.open(full, WIDE, WIDE, losses)) {
                assertThat(drain(spool)).containsExactly("a");
                spool.offer(batch("b", 1));
                assertThat(spool.medium()).isEqualTo("disk");
            }
            assertThat(losses.all()).isEmpty();
        }
    }

    @Test
    void aFullFolderThatCannotBeWrittenDropsNothingThatCanStillBeRead() {
        Path folder = temp.resolve("spool");
        try (Spool spool = DiskSpool.open(folder, new SpoolLimits(1_000, 4_000), WIDE, losses)) {
            for (int i = 1; i <= 8; i++) {
                spool.offer(sized(470, 1));
            }
            assumeTrue(Commands.succeed("chattr", "+i", folder.toString()), "this machine lets no test lock a folder");
            spool.offer(sized(470, 1));

            assertThat(spool.refusal()).isEqualTo("Operation not permitted");
            assertThat(drain(spool)).hasSize(9);
            assertThat(losses.all()).isEmpty();
        } finally {
            Commands.succeed("chattr", "-i", folder.toString());
        }
    }
}
