package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class ParkArmingTest {

    private static final long START_NANOS = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5);

    private final ParkArming arming = new ParkArming(START_NANOS);
    private long nowNanos = START_NANOS;

    @Test
    void staysOnWhileThereAreFew() {
        assertThat(after(60, 200, 0)).isTrue();
    }

    @Test
    void goesOffWhenManyAreUseless() {
        assertThat(after(2, 201, 0)).isTrue();
        assertThat(after(1, 201, 0)).isFalse();
        assertThat(after(60, 0, 0)).as("while off there is nothing to see").isFalse();
    }

    @Test
    void staysOnWhileOneInAThousandIsOfUse() {
        assertThat(after(60, 1000, 1)).isTrue();
        assertThat(after(30, 5000, 1)).isFalse();
    }

    @Test
    void staysOnAfterABurst() {
        after(2, 10_000, 0);
        after(1, 0, 0);
        assertThat(after(2, 10_000, 0)).isTrue();
    }

    @Test
    void goesOnAtOnceAndForAWhileWhenWanted() {
        after(3, 201, 0);
        arming.unexplained();
        assertThat(after(1, 0, 0)).isTrue();
        assertThat(after(29, 10_000, 0)).isTrue();
        assertThat(after(2, 10_000, 0)).isFalse();
    }

    @Test
    void staysOnWhileItIsWanted() {
        for (int i = 0; i < 10; i++) {
            arming.unexplained();
            assertThat(after(20, 10_000, 0)).isTrue();
        }
    }

    @Test
    void takesAShortWindowTogetherWithTheNext() {
        after(2, 201, 0);
        nowNanos += TimeUnit.MILLISECONDS.toNanos(10);
        assertThat(arming.isArmed(nowNanos)).isTrue();
        assertThat(after(1, 300, 0)).isFalse();
    }

    private boolean after(int seconds, int uselessASecond, int usefulASecond) {
        boolean isArmed = false;
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < uselessASecond; i++) {
                arming.parked(false);
            }
            for (int i = 0; i < usefulASecond; i++) {
                arming.parked(true);
            }
            nowNanos += TimeUnit.SECONDS.toNanos(1);
            isArmed = arming.isArmed(nowNanos);
        }
        return isArmed;
    }
}
