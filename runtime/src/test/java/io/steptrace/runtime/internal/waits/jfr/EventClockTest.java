package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class EventClockTest {

    private final EventClock clock = new EventClock();

    @Test
    void isLeftAloneWhileItAgrees() {
        clock.agreeWith(1000, 1000, 1010);
        clock.agreeWith(2000, 2010, 2010);
        assertThat(clock.nanos(Instant.ofEpochSecond(7, 5))).isEqualTo(7_000_000_005L);
    }

    @Test
    void isShiftedByWhatItLags() {
        clock.agreeWith(1000, 1500, 1010);
        assertThat(clock.nanos(Instant.ofEpochSecond(0, 1000))).isEqualTo(1490);
    }

    @Test
    void isShiftedByWhatItLeadsAndBack() {
        clock.agreeWith(1000, 400, 1010);
        assertThat(clock.nanos(Instant.ofEpochSecond(0, 1000))).isEqualTo(400);
        clock.agreeWith(2000, 2005, 2010);
        assertThat(clock.nanos(Instant.ofEpochSecond(0, 2000))).isEqualTo(1995);
    }
}
