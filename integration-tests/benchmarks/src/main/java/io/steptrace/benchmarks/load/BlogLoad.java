package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.Round;

/**
 * How blogs are loaded, each on a page of its own.
 *
 * @param what in the words of the table
 * @param isExported whether spans are sent, to a sink on this machine; else they are dropped before they are batched
 * @param perSecond how many requests are made at most
 */
record BlogLoad(String what, boolean isExported, int perSecond) {

    static final BlogLoad DROPPED = new BlogLoad("spans are dropped when they end", false, ClosedLoop.UNLIMITED);
    static final BlogLoad EXPORTED = new BlogLoad("spans are exported to a local sink", true, ClosedLoop.UNLIMITED);

    private static final String LAYOUT = "%-26s %10.0f %10.1f %6.2f %7.1f | %-22s %-22s";

    /**
     * Loads all of them in turn and prints a row for each.
     *
     * @param pages which page of each is asked for, the rival of the ratios first
     */
    List<Turn<Contestant, Round>> run(Map<Contestant, String> pages, Effort effort, PrintWriter out)
            throws IOException, InterruptedException {
        List<Contestant> contestants = List.copyOf(pages.keySet());
        Contestant rival = contestants.get(0);
        Map<Contestant, SpanCount> spans = new HashMap<>();
        contestants.forEach(contestant -> spans.put(contestant, new SpanCount()));
        Comparison<Contestant, Round> comparison = new Comparison<>(contestants, List.of(
                Column.median("requests/s", Round::perSecond), Column.median("cpu us", Round::cpuMicrosEach),
                Column.of("spans", contestant -> spans.get(contestant).perAnswer()),
                Column.median("others", Round::othersCores), Column.ratio("requests/s", rival, Round::perSecond),
                Column.ratio("cpu", rival, Round::cpuMicrosEach)), effort);
        var turns = new LoadComparison(comparison, (contestant, vertx) -> new LoadedBlog(contestant, pages.get(contestant),
                this, spans.get(contestant), vertx)).measure(what);
        out.printf("%nThe list of posts over %d connections, %s; 1.000 = %s%n", ClosedLoop.CONNECTIONS, what, rival);
        comparison.print("", new Table(LAYOUT, out), turns);
        return turns;
    }
}
