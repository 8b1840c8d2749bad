package io.steptrace.benchmarks.soak;

import java.io.PrintWriter;

import io.steptrace.benchmarks.comparison.Table;

/**
 * What became of all traces and spans, by the client, by the metrics of the application and by its collector.
 *
 * @param requests begun, each of which is a trace
 * @param kept traces that the sampler says it has kept
 * @param dropped likewise
 * @param tracesDelivered of which the collector has at least one span
 * @param tracesInPart of which it has some spans and not all, of those whose spans are known one by one
 * @param missing traces that a rule has to keep, and the collector has not
 * @param exported spans of which the exporter says that they were accepted
 * @param spansDelivered which the collector has accepted at least once
 * @param lost spans of which the exporter says that they are lost
 */
record Books(long requests, long kept, long dropped, long tracesDelivered, long tracesInPart, long missing, long exported,
        long spansDelivered, long lost) {

    void print(PrintWriter out) {
        Table sums = new Table(Soak.SUMS, out);
        sums.row("requests, a trace each", requests);
        sums.row("traces kept by the application's own count", kept);
        sums.row("traces dropped by it", dropped);
        sums.row("traces that reached the collector", tracesDelivered);
        sums.row("of these with spans missing", tracesInPart);
        sums.row("failed or slow traces that did not", missing);
        sums.row("spans exported by the application's own count", exported);
        sums.row("spans that reached the collector", spansDelivered);
        sums.row("spans lost by the application's own count", lost);
    }

    /** Whether every trace was decided, and every span of those that were kept is there or counted as lost. */
    boolean areExact() {
        return kept + dropped == requests && exported == spansDelivered && areWhole();
    }

    private boolean areWhole() {
        return tracesDelivered <= kept && Math.max(kept - tracesDelivered + tracesInPart, missing) <= lost;
    }
}
