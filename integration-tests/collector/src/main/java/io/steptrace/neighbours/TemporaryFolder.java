package io.steptrace.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what a server keeps, which goes with all that is in it when this is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /** Makes a new one. */
    public static TemporaryFolder of(String server) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(server));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
