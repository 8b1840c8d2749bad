package io.steptrace.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What is generated in the docs is as it would be generated now. */
class GeneratedPartsTest {

    private static final Path LICENSES = Path.of("..", "docs", "licenses.txt");

    @Test
    void areEveryKeyOfTheConfiguration() throws IOException {
        String tables = new ConfigurationTables().toString();
        assertThat(new GeneratedPart("reference/configuration.adoc").afterUpdateTo(tables)).as(GeneratedPart.REMEDY)
                .isEqualTo(tables);
    }

    @Test
    void areTheLicensesOfWhatComesWithTheExtension() throws IOException {
        String list = Files.readAllLines(LICENSES).stream().filter(line -> !line.isBlank()).sorted()
                .collect(Collectors.joining("\n", "----\n", "\n----\n"));
        assertThat(new GeneratedPart("reference/dependencies.adoc").afterUpdateTo(list)).as(GeneratedPart.REMEDY)
                .isEqualTo(list);
    }
}
