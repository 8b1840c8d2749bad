package io.steptrace.runtime.internal.export.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.ExportFailure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

    private static final ExportFailure REFUSED = ExportFailure.transientOne("503", null, "HTTP status 503");

    @Test
    void growsByTheMultiplierUpToTheLongestInterval() {
        Backoff backoff = new Backoff(limits(0), () -> 0.5);

        assertThat(LongStream.range(0, 9).map(i -> backoff.nextDelayInMillis(REFUSED)))
                .containsExactly(100L, 150L, 225L, 338L, 506L, 759L, 1139L, 1709L, 2000L);
    }

    @Test
    void givesWayToACollectorThatAsksForMore() {
        Backoff backoff = new Backoff(limits(0), () -> 0.5);

        assertThat(backoff.nextDelayInMillis(asking(Duration.ofSeconds(3)))).isEqualTo(3000);
        assertThat(backoff.nextDelayInMillis(asking(Duration.ZERO))).isEqualTo(150);
    }

    @Test
    void obeysACollectorNoLongerThanIsConfigured() {
        assertThat(new Backoff(limits(0), () -> 0.5).nextDelayInMillis(asking(Duration.ofHours(1)))).isEqualTo(300_000);
    }

    @Property
    void staysWithinItsJitter(@ForAll @DoubleRange(min = 0, max = 1) double jitter,
            @ForAll @DoubleRange(min = 0, max = 1) double random, @ForAll @IntRange(max = 20) int repetitions) {
        Backoff jittered = new Backoff(limits(jitter), () -> random);
        Backoff plain = new Backoff(limits(0), () -> random);

        for (int i = 0; i <= repetitions; i++) {
            double undisturbed = plain.nextDelayInMillis(REFUSED);
            assertThat((double) jittered.nextDelayInMillis(REFUSED))
                    .isBetween(Math.floor(undisturbed * (1 - jitter)) - 1, Math.ceil(undisturbed * (1 + jitter)) + 1);
        }
    }

    private static ExportFailure asking(Duration retryAfter) {
        return ExportFailure.transientOne("429", retryAfter, "HTTP status 429");
    }

    private static GuardLimits limits(double jitter) {
        return new GuardLimits(6, Duration.ofMillis(100), 1.5, Duration.ofSeconds(2), Duration.ofSeconds(10),
                Duration.ofMinutes(5), jitter, Duration.ofSeconds(10), 5, Duration.ofSeconds(30));
    }
}
