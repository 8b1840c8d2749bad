package io.steptrace.runtime.internal.export.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A spool's folder as seen from outside. */
final class Folders {

    private Folders() {
    }

    static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".spool")).sorted().toList();
        }
    }

    static Path onlySegment(Path folder) throws IOException {
        List<Path> segments = segments(folder);
        if (segments.size() != 1) {
            throw new AssertionError("expected one segment, found " + segments);
        }
        return segments.get(0);
    }

    /** What a kill leaves behind, while the process of the original goes on. */
    static Path copy(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path segment : segments(folder)) {
            Files.copy(segment, to.resolve(segment.getFileName()));
        }
        return to;
    }

    /** A file stands in its place from now on. */
    static void putAway(Path folder) throws IOException {
        Files.move(folder, away(folder));
        Files.createFile(folder);
    }

    /** As it was. */
    static void putBack(Path folder) throws IOException {
        Files.delete(folder);
        Files.move(away(folder), folder);
    }

    private static Path away(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".away");
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
