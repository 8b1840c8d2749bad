package io.steptrace.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.steptrace.benchmarks.served.Visits;
import io.steptrace.benchmarks.startup.MutableJar;

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
            return inTurn("/growth/routes/", size);
        }

        @Override
        boolean isBounded() {
            return true;
        }
    },

    QUEUES("queues", List.of(1, 10, 100), 1.10) {
        @Override
        Visits visits(int size) {
            return inTurn("/queues/", size);
        }

        /** A worker that finds the next job of its queue waiting has not to be woken for it: two queues cost more than one. */
        @Override
        int reference() {
            return sizes().get(1);
        }

        @Override
        Path open(Path build, Path mutable, Path folder) throws IOException, InterruptedException {
            MutableJar jar = MutableJar.of(new QueuedApplication(sizes().get(sizes().size() - 1)).sources(), mutable, folder);
            jar.augment(List.of());
            return jar.home();
        }
    },

    TRACES("undecided traces", List.of(10, 100, 1_000, 10_000), 1.10) {
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

    /**
     * The application that is loaded.
     *
     * @param build as it is
     * @param mutable the mutable jar of the same
     * @param folder for one that is generated, where nothing is yet
     */
    Path open(Path build, Path mutable, Path folder) throws IOException, InterruptedException {
        return build;
    }

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

    private static Visits inTurn(String pages, int size) {
        AtomicInteger last = new AtomicInteger();
        return Visits.to(() -> pages + last.updateAndGet(number -> (number + 1) % size));
    }

    /** Whether the largest size is beyond what memory is kept for. */
    boolean isBounded() {
        return false;
    }

    /** The size that the largest is compared with. */
    int reference() {
        return costly().get(0);
    }

    /** What the cost at the largest size may be, if that at the reference is 1. */
    double limit() {
        return limit;
    }

    @Override
    public String toString() {
        return what;
    }
}
