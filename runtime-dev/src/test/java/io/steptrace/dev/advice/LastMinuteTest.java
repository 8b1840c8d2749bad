package io.steptrace.dev.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class LastMinuteTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final LastMinute<String> lastMinute = new LastMinute<>(3, clock::get);

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        lastMinute.add(List.of("a"));
        clock.addAndGet(TimeUnit.SECONDS.toNanos(59));
        lastMinute.add(List.of("b"));
        assertThat(lastMinute.list()).containsExactly("a", "b");
        clock.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(lastMinute.list()).containsExactly("b");
    }

    @Test
    void holdsNoMoreThanItMay() {
        lastMinute.add(List.of("a", "b"));
        lastMinute.add(List.of("c", "d"));
        assertThat(lastMinute.list()).containsExactly("b", "c", "d");
    }
}
