package io.steptrace.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void areThoseThatSoManyAnswersDoNotExceed() {
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.percentileMillis(50)).isEqualTo(50);
        assertThat(latencies.percentileMillis(99)).isEqualTo(99);
    }

    @Test
    void areThoseOfTheOneAnswerThereIs() {
        latencies.add(7_000_000);

        assertThat(latencies.percentileMillis(1)).isEqualTo(7);
        assertThat(latencies.percentileMillis(99)).isEqualTo(7);
    }

    @Test
    void areNoNumberWithoutAnswers() {
        assertThat(latencies.percentileMillis(50)).isNaN();
    }
}
