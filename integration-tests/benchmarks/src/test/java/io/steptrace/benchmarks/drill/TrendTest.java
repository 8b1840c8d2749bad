package io.steptrace.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {

    private final Trend trend = new Trend();

    @Test
    void findsTheLineThroughPointsOnIt() {
        trend.add(0, 5);
        trend.add(1, 3);
        trend.add(4, -3);

        assertThat(trend.slope()).isEqualTo(-2, within(1e-9));
    }

    @Test
    void isFlatWhereNothingGrows() {
        trend.add(0, 1);
        trend.add(1, 2);
        trend.add(2, 2);
        trend.add(3, 1);

        assertThat(trend.slope()).isEqualTo(0, within(1e-9));
    }

    @Test
    void isNoNumberForOnePoint() {
        trend.add(1, 1);

        assertThat(trend.slope()).isNaN();
    }
}
