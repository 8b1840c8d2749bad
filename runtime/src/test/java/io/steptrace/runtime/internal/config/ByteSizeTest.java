package io.steptrace.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    @Test
    void isReadAsThePlatformReadsSizes() {
        assertThat(ByteSize.of("65536")).isEqualTo(65536);
        assertThat(ByteSize.of("64k")).isEqualTo(65536);
        assertThat(ByteSize.of(" 64M ")).isEqualTo(64 * 1024 * 1024);
        assertThat(ByteSize.of("7E")).isEqualTo(7L << 60);
    }

    @ParameterizedTest
    @ValueSource(strings = { "64MB", "64 M", "-1", "", " ", "abc", "1.5M", "8E", "9E", "1Y" })
    void isNothingElse(String text) {
        assertThat(ByteSize.find(text)).isEmpty();
    }
}
