package io.steptrace.runtime.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnqueuedHeaderTest {

    @Test
    void readsWhatItWrites() {
        Instant sent = Instant.parse("2026-02-25T08:47:00.123456789Z");
        assertThat(EnqueuedHeader.valueOf(sent)).isEqualTo("1772009220123456");
        assertThat(EnqueuedHeader.epochNanosOf("1772009220123456")).hasValue(TimeUnit.MICROSECONDS.toNanos(1772009220123456L));
    }

    @Test
    void readsANumberAsWell() {
        assertThat(EnqueuedHeader.epochNanosOf(1772009220123456L)).hasValue(1772009220123456000L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "soon", "-772009220123456", "+772009220123456", "0000000000000001", "1772009220.123456",
            "9999999999999999", "١٧٧٢٠٠٩٢٢٠١٢٣٤٥٦", " 1772009220123456" })
    void takesNothingElseForAnInstant(String value) {
        assertThat(EnqueuedHeader.epochNanosOf(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1772009220", "1772009220123", "1772009220123456789" })
    void takesNoOtherUnitForMicroseconds(String value) {
        assertThat(EnqueuedHeader.epochNanosOf(value)).isEmpty();
    }

    @Test
    void takesNoOtherTypeForAnInstant() {
        assertThat(EnqueuedHeader.epochNanosOf(new Object())).isEmpty();
        assertThat(EnqueuedHeader.epochNanosOf(1.5)).isEmpty();
    }
}
