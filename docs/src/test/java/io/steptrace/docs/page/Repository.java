package io.steptrace.docs.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, by their paths from its root; what a build leaves behind is not among them. */
public final class Repository {

    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
    private static final Pattern MAIN = Pattern
            .compile("(?:runtime|runtime-dev|deployment|test-support)/src/main/java/.*\\.java");
    private static final List<Path> FILES = walk();

    private Repository() {
    }

    public static boolean has(String path) {
        return Files.exists(ROOT.resolve(path));
    }

    /** The files whose path from the root meets a condition, in the order of their names. */
    public static List<Path> files(Predicate<String> condition) {
        return FILES.stream().filter(file -> condition.test(file.toString())).toList();
    }

    private static List<Path> walk() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(files);
        return files;
    }

    /** @param file from the root */
    public static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java sources of what an application carries, or is built and tested with. */
    public static Stream<String> mainSources() {
        return files(file -> MAIN.matcher(file).matches()).stream().map(Repository::read);
    }
}
