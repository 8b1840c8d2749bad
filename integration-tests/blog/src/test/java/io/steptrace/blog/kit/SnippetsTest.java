package io.steptrace.blog.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for assistants, and on the test kit, compiles. */
class SnippetsTest {

    private static final Path ROOT = Path.of("..", "..");

    @ParameterizedTest
    @CsvSource({ "deployment/src/main/resources/META-INF/quarkus-skill.md,6", "docs/modules/ROOT/pages/how-to/testing.adoc,3" })
    void compile(String file, int number, @TempDir Path output) throws IOException {
        List<String> blocks = Snippets.in(ROOT.resolve(file));

        assertThat(blocks).hasSize(number).allSatisfy(block -> assertThat(Snippets.errorsIn(block, output)).isEmpty());
    }
}
