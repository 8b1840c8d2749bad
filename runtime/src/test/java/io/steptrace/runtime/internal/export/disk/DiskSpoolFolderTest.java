package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** Which folders a spool takes, and how it refuses the rest. */
class DiskSpoolFolderTest {

    private static final SpoolLimits LIMITS = new SpoolLimits(100, 100_000);

    @TempDir
    Path temp;

    @Test
    void createsAMissingFolder() {
        Path deep = temp.resolve("a/b");
        open(deep).close();
        assertThat(deep.resolve(".lock")).exists();
    }

    @Test
    void followsALinkToAFolder() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), Files.createDirectory(temp.resolve("real")));
        try (Spool spool = open(link)) {
            spool.offer(batch("a", 1));
            refuses(temp.resolve("real"), "another spool holds its lock");
            assertThat(drain(spool)).containsExactly("a");
        }
    }

    @Test
    void refusesAFolderInUseUntilItIsClosed() {
        Spool first = open(temp);
        refuses(temp, "another spool holds its lock");
        refuses(temp, "another spool holds its lock");
        first.close();
        open(temp).close();
    }

    @Test
    void refusesAFolderLockedByOthers() throws IOException {
        try (FileChannel other = FileChannel.open(temp.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            refuses(temp, "another spool holds its lock");
        }
        open(temp).close();
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        refuses(file, "Not a directory");
        refuses(file.resolve("below"), "Not a directory");
    }

    @Test
    void refusesAFolderWithoutRoomForALock() throws IOException {
        Files.createDirectory(temp.resolve(".lock"));
        refuses(temp, "its .lock is no regular file");
    }

    @Test
    void aFolderWhoseRecoveryEndsInAnErrorIsNotInUse() throws IOException {
        Files.write(temp.resolve("0000000000000001.spool"), Forgery.of(6, 1, "first!"));
        Files.write(temp.resolve("0000000000000002.spool"), Forgery.of(6, 2, "second"));
        SpoolLimits narrow = new SpoolLimits(2, 100_000);
        LossListener failing = (reason, spans) -> {
            throw new OutOfMemoryError("test");
        };
        assertThatThrownBy(() -> DiskSpool.open(temp, narrow, narrow, failing)).isInstanceOf(OutOfMemoryError.class);

        Files.write(temp.resolve("0000000000000003.spool"), new byte[] { 1 });
        assertThatThrownBy(() -> DiskSpool.open(temp, narrow, narrow, failing)).isInstanceOf(OutOfMemoryError.class);

        open(temp).close();
    }

    private static void refuses(Path folder, String reason) {
        assertThatThrownBy(() -> open(folder)).isInstanceOf(IllegalStateException.class)
                .hasMessage("quarkus.steptrace.export.spool.directory must be a directory that this process can write"
                        + " and no other process uses, was " + folder + " (" + reason + ")");
    }

    private static Spool open(Path folder) {
        return DiskSpool.open(folder, LIMITS, LIMITS, new RecordedLosses());
    }
}
