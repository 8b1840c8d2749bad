package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.steptrace.docs.compiled.JavaExamples;
import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;

/** Every example in Java compiles. */
class JavaBlocksTest {

    private static final JavaExamples EXAMPLES = new JavaExamples();

    @AfterAll
    static void closesTheFiles() throws IOException {
        EXAMPLES.close();
    }

    static Stream<Page> pages() {
        return Pages.all().stream().filter(page -> page.blocks().stream().anyMatch(JavaBlocksTest::isJava));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void compile(Page page, @TempDir Path classes) {
        EXAMPLES.begin(classes);
        assertThat(page.blocks().stream().filter(JavaBlocksTest::isJava).map(EXAMPLES::errorsIn)
                .filter(errors -> !errors.isEmpty())).isEmpty();
    }

    private static boolean isJava(Block block) {
        return block.language().equals("java");
    }
}
