package io.steptrace.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PrintableTextTest {

    @ParameterizedTest
    @ValueSource(ints = { 0, '\t', '\n', '\r', 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0xAD, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
            0x202A,
            0x202E, 0x2066, 0x2069, 0xFEFF, 0xD800, 0xDFFF, 0xE0001, 0xE0041 })
    void putsASpaceForWhatIsNotPrintable(int character) {
        String text = "a" + new String(Character.toChars(character)) + "b";
        assertThat(PrintableText.of(text)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "GET /posts/{id}", "Grüße, 世界 \uD834\uDD1E \uD83D\uDE80", "│ └─ …" })
    void leavesWhatIs(String text) {
        assertThat(PrintableText.of(text)).isSameAs(text);
    }

    @Test
    void leavesNothing() {
        assertThat(PrintableText.of(null)).isNull();
    }

    @Test
    void disarmsATerminal() {
        assertThat(PrintableText.of("\u001b[2J\u001b[31mred\u009b0m\r\nERROR forged"))
                .isEqualTo(" [2J [31mred 0m  ERROR forged");
    }

    @Property(tries = 200)
    void leavesNoControlAnywhere(@ForAll String text) {
        assertThat(PrintableText.of(text).codePoints()).noneMatch(Character::isISOControl)
                .noneMatch(character -> Character.getType(character) == Character.FORMAT)
                .noneMatch(character -> Character.getType(character) == Character.SURROGATE);
        assertThat(PrintableText.of(text).codePoints()).hasSameSizeAs(text.codePoints().boxed().toList());
    }
}
