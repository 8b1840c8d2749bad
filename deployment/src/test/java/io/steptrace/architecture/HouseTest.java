package io.steptrace.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;

/** How large things are, and what hangs together; the figures are left in {@code target/house.txt}. */
class HouseTest {

    private static final int MAX_LINES = 250;
    private static final int MAX_PROCESSOR_LINES = 120;
    private static final int MAX_CLASSES = 20;
    private static final int MAX_RING = 5;
    private static final Set<String> FACADE = Set.of("Need", "Parking", "CurrentWork");
    private static final JavaClasses CLASSES = ArchitectureTest.CLASSES;
    private static final List<String> FIGURES = new ArrayList<>();

    @Test
    void classesFitOnAScreenOrFew() {
        for (String folder : List.of("runtime/src", "runtime-dev/src", "deployment/src", "test-support/src",
                "docs/src")) {
            assertThat(SourceFiles.below(folder).longerThan(MAX_LINES, ".java")).isEmpty();
        }
        assertThat(SourceFiles.below("deployment/src/main").longerThan(MAX_PROCESSOR_LINES, "Processor.java")).isEmpty();
        for (String folder : List.of("runtime/src/main", "runtime-dev/src/main", "deployment/src/main",
                "test-support/src/main")) {
            List<Integer> lines = SourceFiles.below(folder).lines();
            figure("%s: %d classes; lines: median %d, p90 %d, max %d", folder, lines.size(), lines.get(lines.size() / 2),
                    lines.get(lines.size() * 9 / 10), lines.get(lines.size() - 1));
        }
    }

    @Test
    void aRoomHoldsFewClasses() {
        Map<Path, Integer> tooMany = new TreeMap<>();
        for (String folder : List.of("runtime/src", "runtime-dev/src", "deployment/src", "test-support/src", "docs/src",
                "integration-tests")) {
            Map<Path, Integer> classes = SourceFiles.below(folder).classesByFolder();
            int most = classes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
            figure("%s: %d folders, the largest with %d classes", folder, classes.size(), most);
            classes.values().removeIf(count -> count <= MAX_CLASSES);
            tooMany.putAll(classes);
        }
        assertThat(tooMany).isEmpty();
    }

    @Test
    void nothingHangsTogetherInARing() {
        List<Set<String>> packages = Rings.ofPackages(CLASSES);
        figure("package cycles: %s", packages);
        // the public facade calls inwards, and what it calls knows its enums and exceptions
        assertThat(packages).hasSizeLessThanOrEqualTo(1).allMatch(ring -> ring.contains("io.steptrace"));
        assertThat(Rings.ofPackages(CLASSES.that(not(ArchitectureTest.named(FACADE))))).isEmpty();
        List<Set<String>> rings = Rings.ofClasses(CLASSES);
        figure("largest ring of classes: %s", rings.isEmpty() ? "none" : rings.get(0));
        assertThat(rings).allMatch(ring -> ring.size() <= MAX_RING);
    }

    @Test
    void importsLeadDownwards() {
        assertThat(Floors.violations(CLASSES)).isEmpty();
    }

    @Test
    void noCommentIsBrokenInMidSentence() {
        for (String folder : List.of("runtime/src", "runtime-dev/src", "deployment/src", "test-support/src", "docs/src",
                "integration-tests")) {
            assertThat(SourceFiles.below(folder).hangingComments()).isEmpty();
        }
    }

    private static void figure(String text, Object... values) {
        FIGURES.add(String.format(text, values));
    }

    @AfterAll
    static void leaveFigures() throws IOException {
        Files.write(Path.of("target", "house.txt"), FIGURES.stream().sorted().toList());
    }
}
