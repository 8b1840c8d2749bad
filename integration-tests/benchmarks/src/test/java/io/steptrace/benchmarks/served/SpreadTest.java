package io.steptrace.benchmarks.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void isTheMiddleHalfWhateverTheOrder() {
        assertThat(Spread.of(DoubleStream.of(5, 1, 4, 2, 3))).isEqualTo(new Spread(3, 2, 4));
    }

    @Test
    void liesBetweenTwoValuesWhereNoneIsInTheMiddle() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 3, 2))).isEqualTo(new Spread(2.5, 1.75, 3.25));
    }

    @Test
    void isOneValueIfThereIsNoOther() {
        assertThat(Spread.of(DoubleStream.of(7))).isEqualTo(new Spread(7, 7, 7));
    }
}
