package io.steptrace.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.served.JvmSample;

class SoakResultTest {

    @Test
    void noticesThreadsThatNeverFallBackToWhatTheyWere() {
        assertThat(soak(0, 10, 12, 14).threadsGrow()).isTrue();
        assertThat(soak(0, 10, 14, 10).threadsGrow()).isFalse();
    }

    @Test
    void forgivesALossThatIsCountedAndNoOther() {
        assertThat(soak(5, 10).isGood()).isTrue();
        assertThat(soak(4, 10).unaccounted()).isEqualTo(1);
        assertThat(soak(4, 10).isGood()).isFalse();
    }

    /** Five of ten spans lost. */
    private static SoakResult soak(long countedLost, int... threads) {
        List<SoakMinute> minutes = Arrays.stream(threads).mapToObj(SoakResultTest::minute).toList();
        return new SoakResult(new Account(10, 5, 0), countedLost, 0, 0, 0, 0, minutes);
    }

    private static SoakMinute minute(int threads) {
        SoakMinute minute = new SoakMinute();
        minute.add(new JvmSample(0, threads));
        return minute;
    }
}
