package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    /** trace:correct-horse */
    private static final String PAIR = "dHJhY2U6Y29ycmVjdC1ob3JzZQ==";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Bearer correct-horse | no Bearer correct-horse here | no *** here",
            "Bearer correct-horse | no correct-horse | no ***",
            "Basic " + PAIR + " | not " + PAIR + " | not ***",
            "basic " + PAIR + " | trace:correct-horse@collector | ***@collector",
            "Basic " + PAIR + " | the password correct-horse | the password ***",
            "blue, key=correct-horse;battery | battery or correct-horse or blue | *** or *** or ***",
            "short, shorter | shorter, short | ***, ***",
            "a=b, abc | abc | abc" })
    void blotsOutEachFormOfASecret(String secret, String words, String redacted) {
        assertThat(new Redaction(List.of(secret)).apply(words)).isEqualTo(redacted);
    }

    @Test
    void blotsOutBeforeItCuts() {
        String words = "x".repeat(250) + "correct-horse" + "y".repeat(250);

        assertThat(new Redaction(List.of("correct-horse")).apply(words)).doesNotContain("corr").hasSizeLessThan(300);
    }

    @Test
    void blotsOutWhatTheRootOfAFailureSays() {
        IOException failure = new IOException("header refused", new IllegalArgumentException("x: correct-\nhorse"));

        assertThat(new Redaction(List.of("correct-\nhorse")).describe(failure)).isEqualTo("header refused: x: ***");
        assertThat(new Redaction(List.of()).describe(failure)).isEqualTo("header refused: x: correct- horse");
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new Redaction(List.of("secret")).apply(null)).isNull();
        assertThat(new Redaction(List.of("secret")).apply(" ")).isNull();
    }
}
