package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Pages;
import io.steptrace.docs.page.Repository;

/**
 * What is shown of Kotlin stands in the application that is created with the extension, which {@code first-steps.sh}
 * compiles and tests; here no compiler is at hand.
 */
class KotlinTest {

    @Test
    void blocksShowLinesOfTheCodestart() {
        Set<String> created = Repository.files(file -> file.contains("/codestarts/") && file.endsWith(".kt")).stream()
                .flatMap(file -> Repository.read(file).lines()).map(String::strip).collect(Collectors.toSet());
        assertThat(created).isNotEmpty();
        assertThat(Pages.blocks("kotlin").stream().filter(KotlinTest::isProgram).flatMap(KotlinTest::lines)
                .filter(line -> !created.contains(line)))
                .isEmpty();
    }

    /** And no script of Gradle. */
    private static boolean isProgram(Block block) {
        return block.text().contains("fun ");
    }

    private static Stream<String> lines(Block block) {
        return block.lines().stream().map(line -> line.replaceFirst(" // <\\d+>$", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals("..."));
    }
}
