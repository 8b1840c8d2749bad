package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.load.Delivery.Share;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.served.Round;

/**
 * What an application that keeps few traces sends, against one that sends all: with the defaults and without the
 * former keys of HTTP, packed and not. Bytes do not depend on how fast they come: a short load will do, and one that does
 * not make requests slow by itself.
 */
final class ExportedBytes {

    private static final Effort EFFORT = new Effort(1, 1, 5);
    private static final int PER_SECOND = 1_000;
    private static final String LAYOUT = "%-44s %12.1f %12.1f %8s %8.3f";

    private final Path measuredBuild;
    private final Path rivalBuild;
    private final PrintWriter out;
    private final Table table;

    ExportedBytes(Path measuredBuild, Path rivalBuild, PrintWriter out) {
        this.measuredBuild = measuredBuild;
        this.rivalBuild = rivalBuild;
        this.out = out;
        this.table = new Table(LAYOUT, out);
    }

    void compare() throws IOException, InterruptedException {
        out.printf("%nBytes of the export requests%n");
        table.row("", "a request", "a kept trace", "kept", "of all");
        compare("none", "");
        compare("gzip", ", gzip");
    }

    private void compare(String compression, String how) throws IOException, InterruptedException {
        List<String> packed = List.of("-Dquarkus.otel.exporter.otlp.compression=" + compression);
        Contestant all = new Contestant("all" + how, rivalBuild, packed);
        Contestant defaults = new Contestant("sampling" + how, measuredBuild, packed);
        Contestant lean = new Contestant("sampling, http.legacy-keys=false" + how, measuredBuild,
                List.of(packed.get(0), "-Dquarkus.steptrace.http.legacy-keys=false"));
        Map<Contestant, SampledSide> sides = new LinkedHashMap<>();
        List.of(all, defaults, lean).forEach(contestant -> sides.put(contestant, new SampledSide(false)));
        Comparison<Contestant, Round> comparison = new Comparison<>(List.copyOf(sides.keySet()), List.of(), EFFORT);
        new LoadComparison(comparison,
                (contestant, vertx) -> new MixedBuild(contestant, sides.get(contestant), PER_SECOND, vertx))
                .measure("bytes" + how);
        double everything = sides.get(all).delivery().bytesPerRequest();
        sides.forEach((contestant, side) -> table.row(contestant, side.delivery().bytesPerRequest(),
                side.delivery().bytesPerArrivedTrace(), percent(side.delivery().all()),
                side.delivery().bytesPerRequest() / everything));
        Goal.atMost(defaults + ", bytes", 0.06).print(sides.get(defaults).delivery().bytesPerRequest() / everything, out);
        Goal.atMost(lean + ", bytes", 0.04).print(sides.get(lean).delivery().bytesPerRequest() / everything, out);
    }

    private static String percent(Share arrived) {
        return String.format(Locale.ROOT, "%.2f%%", arrived.percent());
    }
}
