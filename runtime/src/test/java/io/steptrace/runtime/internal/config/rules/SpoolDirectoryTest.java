package io.steptrace.runtime.internal.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolDirectoryTest {

    @Test
    void isInTheHomeFolderBehindATilde() {
        Path home = Path.of(System.getProperty("user.home"));

        assertThat(SpoolDirectory.of("~")).isEqualTo(home);
        assertThat(SpoolDirectory.of("~/spool")).isEqualTo(home.resolve("spool"));
        assertThat(SpoolDirectory.of("~/a/b c")).isEqualTo(home.resolve("a/b c"));
        assertThat(SpoolDirectory.brokenRule("~/spool")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/var/lib/blog/spool", "spool", "./spool", "a/~/b", "spool~" })
    void isAPathAsItStandsElsewhere(String path) {
        assertThat(SpoolDirectory.of(path)).isEqualTo(Path.of(path));
        assertThat(SpoolDirectory.brokenRule(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "~root/spool", "~~", "spool\u0000" })
    void isNotThatOfAnotherUserNorWhatIsNoPath(String path) {
        assertThat(SpoolDirectory.brokenRule(path)).hasValueSatisfying(rule -> assertThat(rule).startsWith("a path"));
    }
}
