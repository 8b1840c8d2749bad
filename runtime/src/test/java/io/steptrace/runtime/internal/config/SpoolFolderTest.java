package io.steptrace.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolFolderTest {

    @Test
    void isInTheHomeFolderBehindATilde() {
        Path home = Path.of(System.getProperty("user.home"));

        assertThat(SpoolFolder.of("~")).isEqualTo(home);
        assertThat(SpoolFolder.of("~/spool")).isEqualTo(home.resolve("spool"));
        assertThat(SpoolFolder.of("~/a/b c")).isEqualTo(home.resolve("a/b c"));
        assertThat(SpoolFolder.brokenRule("~/spool")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/var/lib/blog/spool", "spool", "./spool", "a/~/b", "spool~" })
    void isAPathAsItStandsElsewhere(String path) {
        assertThat(SpoolFolder.of(path)).isEqualTo(Path.of(path));
        assertThat(SpoolFolder.brokenRule(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "~root/spool", "~~", "spool\u0000" })
    void isNotThatOfAnotherUserNorWhatIsNoPath(String path) {
        assertThat(SpoolFolder.brokenRule(path)).hasValueSatisfying(rule -> assertThat(rule).startsWith("a path"));
    }
}
