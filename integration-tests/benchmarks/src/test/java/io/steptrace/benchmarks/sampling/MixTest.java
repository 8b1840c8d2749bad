package io.steptrace.benchmarks.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class MixTest {

    @Test
    void oneInAHundredFailsAndOneIsSlow() {
        Mix mix = new Mix();
        String[] pages = IntStream.range(0, 100_000).mapToObj(request -> mix.next()).toArray(String[]::new);

        assertThat(pages).filteredOn(Kind.FAILING.page()::equals).hasSizeBetween(800, 1_200);
        assertThat(pages).filteredOn(Kind.SLOW.page()::equals).hasSizeBetween(800, 1_200);
    }
}
