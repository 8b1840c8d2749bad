package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** A spool is for its owner alone, to read and to write. */
@DisabledOnOs(OS.WINDOWS)
class DiskSpoolRightsTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);

    @TempDir
    Path temp;

    @Test
    void folderAndFilesAreForTheirOwnerAlone() throws IOException {
        Path folder = temp.resolve("above/spool");
        try (Spool spool = open(folder)) {
            spool.offer(batch("a", 1));

            assertThat(rights(folder)).isEqualTo("rwx------");
            assertThat(rights(folder.resolve(".lock"))).isEqualTo("rw-------");
            assertThat(rights(Folders.onlySegment(folder))).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "rwxrwx---", "rwx----w-" })
    void refusesAFolderThatOthersMayWriteTo(String rights) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));

        refuses(folder, "other users may write to it");
    }

    @Test
    void refusesAFolderOfAnotherOwner() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("foreign"));
        assumeTrue(Commands.succeed("chown", "nobody", folder.toString()), "this machine lets no test give a folder away");

        refuses(folder, "it belongs to nobody and not to " + System.getProperty("user.name"));
    }

    @Test
    void aLockThatIsALinkIsNotFollowed() throws IOException {
        Path precious = Files.writeString(temp.resolve("precious"), "mine");
        Path folder = Files.createDirectory(temp.resolve("spool"));
        Files.createSymbolicLink(folder.resolve(".lock"), precious);

        refuses(folder, "its .lock is no regular file");
        assertThat(precious).hasContent("mine");
    }

    @Test
    @Timeout(20)
    void aLockThatIsAPipeIsNotWaitedFor() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("spool"));
        assumeTrue(Commands.succeed("mkfifo", folder.resolve(".lock").toString()), "this machine lets no test make a pipe");

        refuses(folder, "its .lock is no regular file");
    }

    private static void refuses(Path folder, String reason) {
        assertThatThrownBy(() -> open(folder)).isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("was " + folder + " (" + reason + ")");
    }

    private static Spool open(Path folder) {
        return DiskSpool.open(folder, WIDE, WIDE, new RecordedLosses());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
