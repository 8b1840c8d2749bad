package io.steptrace.fleet.collectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** The files that the page on sampling in a Collector shows, each a listing whose title is the name of the file. */
final class PageFiles {

    private static final Path PAGE = Path.of("..", "..", "docs", "modules", "ROOT", "pages", "how-to",
            "collector-sampling.adoc");
    private static final String FENCE = "----";

    private PageFiles() {
    }

    /** Writes such a file, as it is on the page, into the folder. */
    static Path copy(String name, Path folder) {
        try {
            List<String> page = Files.readAllLines(PAGE);
            int title = page.indexOf("." + name);
            if (title < 0) {
                throw new NoSuchElementException("no " + name + " on " + PAGE);
            }
            // the title, the language, the fence
            int first = title + 3;
            int end = first + page.subList(first, page.size()).indexOf(FENCE);
            return Files.write(folder.resolve(name), page.subList(first, end));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
