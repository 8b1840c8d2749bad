package io.steptrace.runtime.internal.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects park episodes, of more than {@value #CAPACITY} the longest ones; not thread-safe. */
final class ParkLog {

    static final int CAPACITY = 64;

    private static final Comparator<ParkEpisode> BY_BEGIN = Comparator.comparingLong(ParkEpisode::parkedNanos);

    private List<ParkEpisode> episodes = List.of();

    void add(ParkEpisode episode) {
        if (episodes.isEmpty()) {
            episodes = new ArrayList<>(4);
        }
        if (episodes.size() < CAPACITY) {
            episodes.add(episode);
            return;
        }
        int shortest = indexOfShortest();
        if (episodes.get(shortest).durationNanos() < episode.durationNanos()) {
            episodes.set(shortest, episode);
        }
    }

    /** Hands over the episodes in the order in which they began, and starts anew. */
    List<ParkEpisode> drain() {
        List<ParkEpisode> drained = episodes;
        episodes = List.of();
        if (drained.size() > 1) {
            drained.sort(BY_BEGIN);
        }
        return drained;
    }

    private int indexOfShortest() {
        int shortest = 0;
        for (int i = 1; i < episodes.size(); i++) {
            if (episodes.get(i).durationNanos() < episodes.get(shortest).durationNanos()) {
                shortest = i;
            }
        }
        return shortest;
    }
}
