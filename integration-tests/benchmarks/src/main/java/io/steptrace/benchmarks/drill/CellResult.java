package io.steptrace.benchmarks.drill;

import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.drill.Sent.Account;

/**
 * What became of the application in one cell.
 *
 * @param account of all spans, those made after the outage included
 * @param countedLost of these, what the application itself says it has lost
 * @param failedRequests without an answer of status 200
 * @param isOutOfMemory whether its log has an {@link OutOfMemoryError}
 * @param isAlive whether spans arrived that were made after the outage
 */
record CellResult(Account account, long countedLost, long failedRequests, boolean isOutOfMemory, boolean isAlive) {

    boolean isRight() {
        return wrongs().isEmpty();
    }

    /** What is not as it has to be; empty if nothing is. */
    List<String> wrongs() {
        List<String> wrongs = new ArrayList<>();
        if (account.lost() != countedLost) {
            wrongs.add(account.lost() - countedLost + " not accounted for");
        }
        if (account.duplicates() > 0) {
            wrongs.add(account.duplicates() + " twice");
        }
        if (failedRequests > 0) {
            wrongs.add(failedRequests + " requests failed");
        }
        if (isOutOfMemory) {
            wrongs.add("out of memory");
        }
        if (!isAlive) {
            wrongs.add("no tracing afterwards");
        }
        return wrongs;
    }
}
