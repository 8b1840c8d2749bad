package io.steptrace.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({ "PT0S, 0 s", "PT0.25S, 250 ms", "PT1.5S, 1500 ms", "PT10S, 10 s", "PT2M0.3S, 120 s", "PT59M, 3540 s",
            "PT26H30M, 26 h", "PT214447H20S, 8935 days" })
    void isInTheLargestUnitThatSaysEnough(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }
}
