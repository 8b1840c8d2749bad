package io.steptrace.benchmarks.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Delivery ONE_START = new Delivery(
            Map.of(Kind.FAILING, new Share(9, 10), Kind.ORDINARY, new Share(21, 990)), 3_000);

    @Test
    void sumsUpAllStarts() {
        Delivery both = ONE_START.plus(ONE_START);

        assertThat(both.shares().get(Kind.FAILING)).isEqualTo(new Share(18, 20));
        assertThat(both.bytesPerRequest()).isEqualTo(3);
        assertThat(both.bytesPerArrivedTrace()).isEqualTo(100);
    }

    @Test
    void aShareIsWhatArrivedOfWhatWasMade() {
        Share failed = ONE_START.shares().get(Kind.FAILING);

        assertThat(failed.lost()).isEqualTo(1);
        assertThat(failed.percent()).isEqualTo(90);
        assertThat(new Share(30, 1_000).minus(failed)).isEqualTo(new Share(21, 990));
    }
}
