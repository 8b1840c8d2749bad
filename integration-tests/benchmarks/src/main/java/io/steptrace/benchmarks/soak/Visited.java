package io.steptrace.benchmarks.soak;

import java.util.Set;

/**
 * What visitors have done.
 *
 * @param begun each of which is a trace
 * @param unanswered of these, those without so much as a status
 * @param rootsToBeKept the ids of the requests' spans whose traces a rule has to keep
 */
record Visited(long begun, long unanswered, Set<String> rootsToBeKept) {
}
