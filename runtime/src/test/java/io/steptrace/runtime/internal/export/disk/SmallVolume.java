package io.steptrace.runtime.internal.export.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A volume of 64 KB, where the machine allows to mount one. */
final class SmallVolume implements AutoCloseable {

    private final Path path;

    private SmallVolume(Path path) {
        this.path = path;
    }

    /** Mounts it at this path, or ends the test with a line where that is not allowed. */
    static SmallVolume mounted(Path path) throws IOException {
        Files.createDirectory(path);
        assumeTrue(Commands.succeed("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path.toString()),
                "this machine lets no test mount a volume");
        return new SmallVolume(path);
    }

    Path path() {
        return path;
    }

    /** To the last byte. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(ballast())) {
            byte[] page = new byte[4_096];
            Arrays.fill(page, (byte) 1);
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            // as it was meant
        }
        assertThat(Files.getFileStore(path).getUsableSpace()).isZero();
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() {
        assertThat(Commands.succeed("umount", "-l", path.toString())).isTrue();
    }

    private Path ballast() {
        return path.resolve("ballast");
    }
}
