package io.steptrace.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.comparison.Spread;
import io.steptrace.benchmarks.load.Delivery.Share;
import io.steptrace.benchmarks.load.Mix.Kind;
import io.steptrace.benchmarks.load.UndecidedTraces.HeapSteps;

/** What is known of one build beside its rounds, over several starts. */
final class SampledSide {

    private final boolean isHeapOfInterest;
    private final List<HeapSteps> heaps = new ArrayList<>();
    private Delivery delivery;

    SampledSide(boolean isHeapOfInterest) {
        this.isHeapOfInterest = isHeapOfInterest;
    }

    boolean isHeapOfInterest() {
        return isHeapOfInterest;
    }

    void add(HeapSteps heap) {
        heaps.add(heap);
    }

    void add(Delivery more) {
        delivery = delivery == null ? more : delivery.plus(more);
    }

    /** The median of all starts. */
    double heap(ToDoubleFunction<HeapSteps> figure) {
        return Spread.of(heaps.stream().mapToDouble(figure)).median();
    }

    /** Warm-up included: what is late for one round is still in time for this. */
    Delivery delivery() {
        return delivery;
    }

    Share share(Kind kind) {
        return delivery.shares().get(kind);
    }
}
