package io.steptrace.runtime.internal.trace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.time.TestClock;

class SettlingTest {

    private final TestClock clock = new TestClock(0);
    private final Settling settling = new Settling(clock);
    private final List<String> ran = new ArrayList<>();

    @Test
    void putsNothingOffWhereNothingIsReported() {
        settling.after(5, () -> ran.add("at once"));
        assertThat(ran).containsExactly("at once");
    }

    @Test
    void runsWhatIsDueInTheOrderOfInstantsAndThenOfComing() {
        settling.begin();
        settling.after(7, () -> ran.add("7"));
        settling.after(5, () -> ran.add("5, first"));
        settling.after(5, () -> ran.add("5, second"));
        settling.after(9, () -> ran.add("9"));
        settling.reportedUntil(8);
        assertThat(ran).containsExactly("5, first", "5, second", "7");
        settling.after(8, () -> ran.add("8, late"));
        assertThat(ran).endsWith("8, late");
    }

    @Test
    void runsWhatComesOfARunBehindTheRestThatIsDue() {
        settling.begin();
        settling.after(1, () -> settling.after(3, () -> ran.add("of the first")));
        settling.after(3, () -> ran.add("known before"));
        settling.reportedUntil(10);
        assertThat(ran).containsExactly("known before", "of the first");
    }

    @Test
    void waitsForNoReportLongerThanThreeSeconds() {
        settling.begin();
        settling.after(5, () -> ran.add("old"));
        clock.advance(Settling.MAX_WAIT_NANOS - 1);
        settling.after(6, () -> ran.add("young"));
        settling.sweep();
        assertThat(ran).isEmpty();
        clock.advance(1);
        settling.sweep();
        assertThat(ran).containsExactly("old");
    }

    @Test
    void flushesWhatIsPutOffAndWhatComesOfIt() {
        settling.begin();
        settling.after(5, () -> settling.after(6, () -> ran.add("second")));
        settling.flush();
        assertThat(ran).containsExactly("second");
        settling.after(7, () -> ran.add("put off again"));
        assertThat(ran).hasSize(1);
    }

    @Test
    void putsNothingOffOnceReportsHaveStopped() {
        settling.begin();
        settling.after(5, () -> ran.add("before"));
        settling.stop();
        settling.after(6, () -> ran.add("after"));
        assertThat(ran).containsExactly("before", "after");
    }

    @Test
    void putsNothingOffBeyondItsBound() {
        settling.begin();
        for (int i = 0; i < Settling.CAPACITY; i++) {
            settling.after(5, () -> {
            });
        }
        settling.after(5, () -> ran.add("no room"));
        assertThat(ran).containsExactly("no room");
    }

    @Test
    void aFailureKeepsNothingFromTheRest() {
        settling.begin();
        settling.after(1, () -> {
            throw new IllegalStateException("broken");
        });
        settling.after(2, () -> ran.add("next"));
        settling.reportedUntil(2);
        assertThat(ran).containsExactly("next");
    }
}
