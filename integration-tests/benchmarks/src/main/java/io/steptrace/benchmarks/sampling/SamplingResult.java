package io.steptrace.benchmarks.sampling;

import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.served.RoundPair;

/** All that was measured over several starts of both builds. */
final class SamplingResult {

    private final List<RoundPair> pairs = new ArrayList<>();
    private final Side measured = new Side();
    private final Side rival = new Side();

    /** Pairs that count. */
    List<RoundPair> pairs() {
        return pairs;
    }

    Side measured() {
        return measured;
    }

    Side rival() {
        return rival;
    }

    /** What is known of one build beside its rounds. */
    static final class Side {

        private final List<HeapSteps> heaps = new ArrayList<>();
        private Delivery delivery;

        void add(HeapSteps heap, Delivery more) {
            heaps.add(heap);
            delivery = delivery == null ? more : delivery.plus(more);
        }

        /** One for each start. */
        List<HeapSteps> heaps() {
            return heaps;
        }

        /** Warm-up included: what is late for one round is still in time for this. */
        Delivery delivery() {
            return delivery;
        }
    }
}
