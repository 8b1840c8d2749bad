package io.steptrace.test.internal.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.steptrace.test.internal.spans.SpanTree;

/** A trace kept as a file, which is documentation and expectation in one. */
public final class GoldenFile {

    private static final String KEY = "steptrace.golden";
    private static final String UPDATE = "update";
    /** Relative to the module, where build tools and IDEs run its tests. */
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "traces");

    private final Path file;

    private GoldenFile(Path file) {
        this.file = file;
    }

    /** The file of a trace, whether it exists or not. */
    public static GoldenFile of(String name) {
        return new GoldenFile(DIRECTORY.resolve(name + ".trace"));
    }

    /** Whether files are to be written, not compared with. */
    public static boolean isUpdate() {
        return UPDATE.equals(System.getProperty(KEY));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** What to do about it. */
    public String remedy() {
        return (exists() ? "if the change is intended, write it" : "write it") + " with -D" + KEY + "=" + UPDATE
                + ", and read it before you commit";
    }

    /** The trace beside the file; beside nothing, if there is none. */
    public Comparison compare(SpanTree tree) {
        try {
            return Comparison.full(Drawing.readIndented(exists() ? Files.readString(file) : ""), tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the trace, in the order of the file where that is still right. */
    public void write(SpanTree tree) {
        try {
            String text = compare(tree).actual();
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
