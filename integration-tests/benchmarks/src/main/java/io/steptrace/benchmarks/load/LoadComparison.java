package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.served.Round;
import io.vertx.core.Vertx;

/** Has builds started anew several times, and loaded in turn while they run side by side. */
final class LoadComparison {

    /** Short, because a shared machine changes its mind every few seconds. */
    static final Duration ROUND = Duration.ofSeconds(2);

    /**
     * For two builds: many short rounds, and several processes of each, because no two of them are compiled alike. On two cores
     * under full load the compiler needs the better part of a minute.
     */
    static final Effort FULL = new Effort(3, 20, 12);
    static final Effort QUICK = new Effort(1, 15, 9);

    /**
     * A build of an application, by the name that tables have for it.
     *
     * @param build the folder with {@code quarkus-run.jar}
     * @param options for its JVM
     */
    record Contestant(String name, Path build, List<String> options) {

        Contestant(String name, Path build) {
            this(name, build, List.of());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Comparison<Contestant, Round> comparison;
    private final Opening opening;

    /** A build that runs with a load of its own. */
    interface LoadedBuild extends AutoCloseable {

        /** Waits until it answers. */
        void awaitReady() throws IOException, InterruptedException;

        Round round(Duration duration) throws InterruptedException;

        /** Looks at what has become of the load once its last round is over. */
        default void finish() throws IOException, InterruptedException {
        }

        @Override
        void close();
    }

    /** Starts a build, whose sink ends with {@code vertx}; it does not answer at once. */
    interface Opening {
        LoadedBuild open(Contestant contestant, Vertx vertx) throws IOException;
    }

    LoadComparison(Comparison<Contestant, Round> comparison, Opening opening) {
        this.comparison = comparison;
        this.opening = opening;
    }

    /** The rounds of all starts that count. */
    List<Turn<Contestant, Round>> measure(String what) throws IOException, InterruptedException {
        List<Turn<Contestant, Round>> turns = new ArrayList<>();
        int starts = comparison.effort().starts();
        for (int start = 1; start <= starts; start++) {
            System.out.printf("# %s, start %d of %d%n", what, start, starts);
            Vertx vertx = Vertx.vertx();
            try {
                turns.addAll(measure(vertx));
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        }
        return turns;
    }

    private List<Turn<Contestant, Round>> measure(Vertx vertx) throws IOException, InterruptedException {
        Map<Contestant, LoadedBuild> builds = new LinkedHashMap<>();
        try {
            for (Contestant contestant : comparison.contestants()) {
                builds.put(contestant, opening.open(contestant, vertx));
            }
            for (LoadedBuild build : builds.values()) {
                build.awaitReady();
            }
            List<Turn<Contestant, Round>> turns = comparison.measure(contestant -> {
                Round round = builds.get(contestant).round(ROUND);
                System.out.printf("%-20s %8.0f a second%n", contestant, round.perSecond());
                return round;
            });
            for (LoadedBuild build : builds.values()) {
                build.finish();
            }
            return turns;
        } finally {
            builds.values().forEach(LoadedBuild::close);
        }
    }
}
