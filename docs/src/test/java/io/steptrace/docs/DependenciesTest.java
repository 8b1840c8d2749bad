package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;
import io.steptrace.docs.page.Repository;

/** The page on what comes with the extension has each dependency with its reason, and the license of each that is resolved. */
class DependenciesTest {

    private static final Path POM = Path.of("runtime/pom.xml");
    /** Written by this build, from what Maven resolves and from its POMs. */
    private static final Path RESOLVED = Path.of("docs/licenses.txt");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern COORDINATES = Pattern.compile("<groupId>(.*)</groupId>\\s*<artifactId>(.*)</artifactId>");
    private static final Pattern REASON = Pattern.compile("\\|`(\\w[^`]+:[^`]+)` \\|\\S.*");

    private final Page page = Pages.site("reference/dependencies.adoc");

    @Test
    void eachHasItsReason() {
        Stream<String> brought = DEPENDENCY.matcher(Repository.read(POM)).results().map(found -> found.group(1))
                .filter(dependency -> !dependency.contains("<optional>") && !dependency.contains("<scope>"))
                .flatMap(dependency -> COORDINATES.matcher(dependency).results())
                .map(found -> found.group(1) + ":" + found.group(2));
        assertThat(page.lines().stream().flatMap(line -> REASON.matcher(line).results()).map(found -> found.group(1)))
                .containsExactlyElementsOf(brought.toList());
    }

    @Test
    void eachThatIsResolvedHasItsLicense() {
        List<String> resolved = Repository.read(RESOLVED).lines().filter(line -> !line.isBlank()).sorted().toList();
        assertThat(resolved).hasSizeGreaterThan(100).allMatch(line -> line.matches("\\S+:\\S+:\\S+  \\S.*"))
                .noneMatch(line -> line.contains("Unknown"));
        assertThat(page.lines()).as("GeneratedPartsTest writes it, with -Dsteptrace.golden=update")
                .containsSubsequence(resolved);
        assertThat(page.lines().stream().filter(line -> line.matches("\\S+:\\S+:\\S+  .*"))).hasSameSizeAs(resolved);
    }
}
