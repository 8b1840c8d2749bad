package io.steptrace.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trace kept as a file, which is documentation and expectation in one. */
public final class GoldenFile {

    private static final String REWRITE = "steptrace.traces.rewrite";
    /** Relative to the module, where Maven and IDEs run its tests. */
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "traces");

    private final Path file;

    private GoldenFile(Path file) {
        this.file = file;
    }

    /** The file of a trace, whether it exists or not. */
    public static GoldenFile of(String name) {
        return new GoldenFile(DIRECTORY.resolve(name + ".trace"));
    }

    /** Compares a trace with the file, or writes it to the file if that was asked for. */
    public void assertShows(LocalTrace trace) throws IOException {
        String drawn = GoldenTrace.draw(trace);
        if (Boolean.getBoolean(REWRITE)) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, drawn);
            return;
        }
        assertThat(file).as("golden trace - write it with -D%s=true and read it before you commit", REWRITE).exists();
        assertThat(drawn).as("%s - if the change is intended, rewrite it with -D%s=true", file, REWRITE)
                .isEqualTo(Files.readString(file));
    }
}
