package io.steptrace.runtime.internal.interception.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BulkheadOccupancyTest {

    private final BulkheadOccupancy bulkhead = new BulkheadOccupancy(2);

    @Test
    void wasNotFullForTheFirstCalls() {
        long first = bulkhead.arrive();
        long second = bulkhead.arrive();
        assertThat(bulkhead.wasFullSince(first)).isFalse();
        bulkhead.enter();
        assertThat(bulkhead.wasFullSince(second)).isFalse();
    }

    @Test
    void wasFullForACallThatCameWhileAllPermitsWereTaken() {
        bulkhead.enter();
        bulkhead.enter();
        long third = bulkhead.arrive();
        bulkhead.leave();
        assertThat(bulkhead.wasFullSince(third)).isTrue();
    }

    @Test
    void wasFullForACallThatCameBeforeThoseWithPermitsHadBegun() {
        long third = bulkhead.arrive();
        bulkhead.enter();
        bulkhead.enter();
        bulkhead.leave();
        bulkhead.leave();
        assertThat(bulkhead.wasFullSince(third)).isTrue();
    }

    @Test
    void forgetsThatItWasFull() {
        bulkhead.enter();
        bulkhead.enter();
        bulkhead.leave();
        long later = bulkhead.arrive();
        assertThat(bulkhead.wasFullSince(later)).isFalse();
    }
}
