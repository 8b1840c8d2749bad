package io.steptrace.benchmarks.drill;

import java.util.Collections;
import java.util.List;

/**
 * What a soak did to the application.
 *
 * @param account of all spans
 * @param countedLost of these, what the exporter itself says it has lost
 * @param unexplained duplicates that no cut answer explains
 * @param failedRequests without an answer of status 200
 * @param deaths of the collector
 * @param heapSlope growth of the heap after GC, in KB a minute
 * @param minutes at least one
 */
record SoakResult(Account account, long countedLost, long unexplained, long failedRequests, int deaths, double heapSlope,
        List<SoakMinute> minutes) {

    int fewestThreads() {
        return Collections.min(minutes.stream().map(SoakMinute::fewestThreads).toList());
    }

    int mostThreads() {
        return Collections.max(minutes.stream().map(SoakMinute::mostThreads).toList());
    }

    /** Lost, and nobody has said so. */
    long unaccounted() {
        return Math.max(0, account.lost() - countedLost);
    }

    /** Whether the last third of the minutes never has as few threads as the first third had at most. */
    boolean threadsGrow() {
        int third = minutes.size() / 3;
        if (third == 0) {
            return false;
        }
        int mostAtFirst = Collections.max(minutes.subList(0, third).stream().map(SoakMinute::mostThreads).toList());
        int fewestAtLast = Collections.min(minutes.subList(minutes.size() - third, minutes.size()).stream()
                .map(SoakMinute::fewestThreads).toList());
        return fewestAtLast > mostAtFirst;
    }

    boolean isGood() {
        return unaccounted() == 0 && unexplained == 0 && !threadsGrow();
    }
}
