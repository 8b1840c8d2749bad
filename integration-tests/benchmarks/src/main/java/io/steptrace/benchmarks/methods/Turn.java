package io.steptrace.benchmarks.methods;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.watched.Milestone;

/**
 * What each contestant took, one right after the other, so that whatever the machine did at the time it did to all of them.
 *
 * @param taken by each
 */
record Turn(Map<Contestant, Milestone> taken) {

    /** Has one contestant do what is measured. */
    interface Trial {
        Milestone run(Contestant contestant) throws IOException, InterruptedException;
    }

    /** Alternates as A B C, C B A: none of them always comes first. */
    static List<Turn> alternate(int count, Trial trial) throws IOException, InterruptedException {
        List<Turn> turns = new ArrayList<>();
        List<Contestant> order = new ArrayList<>(List.of(Contestant.values()));
        for (int i = 0; i < count; i++) {
            Map<Contestant, Milestone> taken = new EnumMap<>(Contestant.class);
            for (Contestant contestant : order) {
                taken.put(contestant, trial.run(contestant));
            }
            turns.add(new Turn(taken));
            Collections.reverse(order);
        }
        return turns;
    }

    /** What a contestant took for each millisecond that the plain one took. */
    double ratio(Contestant contestant, ToDoubleFunction<Milestone> figure) {
        return figure.applyAsDouble(taken.get(contestant)) / figure.applyAsDouble(taken.get(Contestant.PLAIN));
    }
}
