package io.steptrace.runtime.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenFailuresTest {

    private final SeenFailures seen = new SeenFailures();

    @Test
    void asksAFailureOnceWhatItSays() {
        Counting failure = new Counting();

        assertThat(seen.messageOf(failure)).isEqualTo("asked 1 times");
        assertThat(seen.messageOf(failure)).isEqualTo("asked 1 times");
    }

    @Test
    void asksAFailureOnceThatCannotSayIt() {
        Counting failure = new Counting();
        failure.isBroken = true;

        assertThat(seen.messageOf(failure)).isNull();
        assertThat(seen.messageOf(failure)).isNull();
        assertThat(failure.asked).isEqualTo(1);
    }

    @Test
    void keepsTheBeginningOfALongMessage() {
        assertThat(seen.messageOf(new Exception("x".repeat(1_000_000)))).hasSize(512);
    }

    @Test
    void distinguishesFailuresThatAreEqual() {
        Exception first = new Equal();

        assertThat(seen.isFirstSightOf(first)).isTrue();
        assertThat(seen.isFirstSightOf(new Equal())).isTrue();
        assertThat(seen.isFirstSightOf(first)).isFalse();
    }

    private static final class Counting extends Exception {

        private static final long serialVersionUID = 1L;
        private int asked;
        private boolean isBroken;

        @Override
        public String getMessage() {
            asked++;
            if (isBroken) {
                throw new AssertionError("broken");
            }
            return "asked " + asked + " times";
        }
    }

    private static final class Equal extends Exception {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean equals(Object other) {
            return other instanceof Equal;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
