package io.steptrace.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What is generated in the docs is as it would be generated now. */
class GeneratedPartsTest {

    private static final Path DEPENDENCIES = Path.of("..", "docs", "dependencies.txt");

    @Test
    void areEveryKeyOfTheConfiguration() throws IOException {
        String tables = new ConfigurationTables().toString();
        assertThat(new GeneratedPart("reference/configuration.adoc").afterUpdateTo(tables)).as(GeneratedPart.REMEDY)
                .isEqualTo(tables);
    }

    @Test
    void areWhatComesWithTheExtension() throws IOException {
        String list = Files.readAllLines(DEPENDENCIES).stream().map(String::strip).filter(line -> line.contains(":jar:"))
                .map(line -> line.replaceFirst(" -- module.*", ""))
                .collect(Collectors.joining("\n", "----\n", "\n----\n"));
        assertThat(new GeneratedPart("reference/compatibility.adoc").afterUpdateTo(list)).as(GeneratedPart.REMEDY)
                .isEqualTo(list);
    }
}
