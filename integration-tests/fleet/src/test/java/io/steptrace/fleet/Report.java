package io.steptrace.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table that is printed, and left in {@code target/fleet.txt} behind those before it. */
final class Report {

    private static final Path FILE = Path.of("target", "fleet.txt");

    private final String title;
    private final List<String[]> rows = new ArrayList<>();

    Report(String title, String... columns) {
        this.title = title;
        rows.add(columns);
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
    }

    /** Prints what there is, before it is judged. */
    void print() {
        StringBuilder text = new StringBuilder("\n" + title + "\n");
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                int at = column;
                int width = rows.stream().filter(each -> each.length > at).mapToInt(each -> each[at].length()).max().orElse(0);
                text.append(("%-" + width + "s  ").formatted(row[column]));
            }
            text.append('\n');
        }
        System.out.print(text);
        try {
            Files.writeString(FILE, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
