package io.steptrace.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Where a piece of code stands in the sources of the application whose module is being tested. */
final class SourceLine {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private SourceLine() {
    }

    /** The number of the one line of the class that has that code in it. */
    static int of(String type, String code) {
        try {
            List<String> lines = Files.readAllLines(SOURCES.resolve(type.replace('.', '/') + ".java"));
            List<Integer> numbers = IntStream.range(0, lines.size()).filter(line -> lines.get(line).contains(code))
                    .mapToObj(line -> line + 1).toList();
            assertThat(numbers).as("lines of %s with %s", type, code).hasSize(1);
            return numbers.get(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
