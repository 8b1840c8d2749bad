package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;
import io.steptrace.docs.page.Repository;

/** Links lead where they say, on GitHub as on the site; those to other sites are not followed. */
class LinksTest {

    private static final Path NAVIGATION = Path.of("docs/modules/ROOT/nav.adoc");
    /** Files of the site that are no pages, as Antora calls them, and where the build takes them from. */
    private static final String ATTACHMENT = "attachment$";
    private static final Path ATTACHMENTS = Path.of("runtime/src/main/resources/META-INF/grafana");
    private static final Pattern IMAGE_FILE = Pattern.compile(".*\\.(?:png|svg)");
    /** Where GitHub finds the images of a page; the site knows it without that. */
    private static final Pattern IMAGES = Pattern.compile("ifdef::env-github\\[:imagesdir: ([^\\]]+)]");

    @Test
    void leadToWhatIsThere() {
        assertThat(Pages.all().stream().flatMap(page -> page.links().stream().flatMap(link -> fault(page, link).stream())))
                .isEmpty();
    }

    @Test
    void knowOnePlaceByEachName() {
        assertThat(Pages.all()).allSatisfy(page -> assertThat(page.anchors()).as(page.toString()).doesNotHaveDuplicates());
    }

    @Test
    void ofTheNavigationLeadToEveryPage() {
        String navigation = Repository.read(NAVIGATION);
        assertThat(Pages.all().stream().map(Page::file).filter(file -> file.startsWith(Pages.SITE))
                .filter(file -> !navigation.contains("xref:" + Pages.SITE.relativize(file) + "["))).isEmpty();
    }

    private static Optional<String> fault(Page page, String link) {
        if (link.matches("(?:https?|mailto):.*")) {
            return Optional.empty();
        }
        Path target = target(page, link);
        if (!Files.exists(Repository.ROOT.resolve(target))) {
            return Optional.of(page + ": leads nowhere: " + link);
        }
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        boolean isThere = anchor.isEmpty() || page(target).anyMatch(there -> there.anchors().contains(anchor));
        return isThere ? Optional.empty() : Optional.of(page + ": no such anchor: " + link);
    }

    /** By their place beside this page, which is how GitHub and the site agree; attachments are where they all are. */
    private static Path target(Page page, String link) {
        if (link.startsWith(ATTACHMENT)) {
            return ATTACHMENTS.resolve(link.substring(ATTACHMENT.length()));
        }
        String file = link.replaceFirst("#.*", "");
        boolean isImage = page.file().startsWith(Pages.SITE) && IMAGE_FILE.matcher(file).matches();
        String folder = isImage ? page.lines().stream().map(IMAGES::matcher).filter(Matcher::matches)
                .map(found -> found.group(1) + "/").findFirst().orElse("") : "";
        return file.isEmpty() ? page.file() : page.file().resolveSibling(folder + file).normalize();
    }

    private static Stream<Page> page(Path file) {
        return Pages.all().stream().filter(page -> page.file().equals(file));
    }
}
