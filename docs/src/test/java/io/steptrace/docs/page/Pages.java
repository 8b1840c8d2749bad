package io.steptrace.docs.page;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** All pages that are read: those of the site, and what stands beside the sources. */
public final class Pages {

    public static final Path SITE = Path.of("docs/modules/ROOT/pages");

    private static final List<Page> ALL = Stream.of(
            Repository.files(file -> file.startsWith(SITE.toString()) && file.endsWith(".adoc")).stream(),
            Repository.files(file -> file.matches("integration-tests/.*README.md")).stream(),
            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "deployment/src/main/resources/META-INF/quarkus-skill.md")
                    .map(Path::of))
            .flatMap(files -> files).map(Page::of).toList();

    private Pages() {
    }

    public static List<Page> all() {
        return ALL;
    }

    /** The listings in such a language. */
    public static List<Block> blocks(String... languages) {
        return ALL.stream().flatMap(page -> page.blocks().stream())
                .filter(block -> List.of(languages).contains(block.language())).toList();
    }

    /** @param file from the root of the site's pages, such as {@code reference/metrics.adoc} */
    public static Page site(String file) {
        return at(SITE.resolve(file));
    }

    /** @param file from the root of the repository */
    public static Page at(Path file) {
        return ALL.stream().filter(page -> page.file().equals(file)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no page " + file));
    }
}
