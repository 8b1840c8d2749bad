package io.steptrace.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BoundedTextTest {

    private static final String CLEF = "\uD834\uDD1E";

    @Test
    void keepsWhatFits() {
        String fits = "x".repeat(BoundedText.NAME);
        assertThat(BoundedText.name(fits)).isSameAs(fits);
        assertThat(BoundedText.name(null)).isNull();
        assertThat(BoundedText.message("")).isEmpty();
    }

    @Test
    void cutsWhatDoesNot() {
        assertThat(BoundedText.name("x".repeat(257))).hasSize(256);
        assertThat(BoundedText.message("x".repeat(2_000_000))).hasSize(512);
        assertThat(BoundedText.value("x".repeat(2_000_000))).hasSize(4_096);
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(BoundedText.cut("x" + CLEF, 2)).isEqualTo("x");
        assertThat(BoundedText.cut(CLEF + CLEF, 2)).isEqualTo(CLEF);
        assertThat(BoundedText.cut(CLEF + CLEF, 3)).isEqualTo(CLEF);
        assertThat(BoundedText.cut(CLEF, 1)).isEmpty();
        assertThat(BoundedText.cut(CLEF, 0)).isEmpty();
    }

    @Property(tries = 200)
    void isABeginningOfWholeCharacters(@ForAll String text, @ForAll @IntRange(max = 20) int maxLength) {
        String cut = BoundedText.cut(text, maxLength);
        assertThat(text).startsWith(cut);
        assertThat(cut.length()).isBetween(Math.min(text.length(), maxLength) - 1, maxLength);
        assertThat(text.codePoints().limit(cut.codePoints().count())).containsExactly(cut.codePoints().boxed()
                .toArray(Integer[]::new));
    }
}
