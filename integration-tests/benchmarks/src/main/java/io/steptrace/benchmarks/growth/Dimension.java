package io.steptrace.benchmarks.growth;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.steptrace.benchmarks.served.Visits;

/** What an application may have more and more of. */
enum Dimension {

    SPANS("spans of a request", List.of(0, 10, 100, 1_000), 1.10) {
        @Override
        Visits visits(int size) {
            return Visits.to("/growth/steps/" + size);
        }

        /** What a span adds to a request without one. */
        @Override
        double cost(int size, Map<Integer, GrownBuild.Sample> samples) {
            return (samples.get(size).round().cpuMicrosEach() - samples.get(0).round().cpuMicrosEach()) / size;
        }
    },

    ROUTES("routes", List.of(10, 1_000, 10_000), 1.05) {
        @Override
        Visits visits(int size) {
            AtomicInteger last = new AtomicInteger();
            return Visits.to(() -> "/growth/routes/" + last.updateAndGet(number -> (number + 1) % size));
        }
    },

    TRACES("undecided traces", List.of(10, 100, 1_000, 10_000), Double.NaN) {
        @Override
        Visits visits(int size) {
            return Visits.to("/growth/steps/4");
        }

        @Override
        boolean isHeld() {
            return true;
        }
    };

    private final String what;
    private final List<Integer> sizes;
    private final double limit;

    Dimension(String what, List<Integer> sizes, double limit) {
        this.what = what;
        this.sizes = sizes;
        this.limit = limit;
    }

    abstract Visits visits(int size);

    /** Whether it is there while requests are made, and not made by them. */
    boolean isHeld() {
        return false;
    }

    /** Processor time in microseconds that ought not to depend on the size. */
    double cost(int size, Map<Integer, GrownBuild.Sample> samples) {
        return samples.get(size).round().cpuMicrosEach();
    }

    List<Integer> sizes() {
        return sizes;
    }

    /** Those of which there is a cost, the smallest first. */
    List<Integer> costly() {
        return sizes.stream().filter(size -> size > 0).toList();
    }

    /** What the cost at the largest size may be, if that at the smallest is 1; {@code NaN} for no limit. */
    double limit() {
        return limit;
    }

    @Override
    public String toString() {
        return what;
    }
}
