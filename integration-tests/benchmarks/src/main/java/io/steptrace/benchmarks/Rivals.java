package io.steptrace.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Table;

/**
 * Benchmarks that are set against one rival.
 *
 * @param title what is compared
 * @param rows the benchmarks, each as {@code Class.method parent}, or without a parent where there is none
 * @param rival the one that stands for 1
 * @param floor what all of them contain, for a second look at what each adds to it; {@code null} if there is no such thing
 * @param limit what the first may take of the time of its rival, above the floor if there is one; {@code NaN} for no limit
 */
record Rivals(String title, List<String> rows, String rival, String floor, double limit) {

    private static final String STEP = "StepBenchmark.";
    private static final String PIPELINE = "PipelineBenchmark.";
    private static final String STREAM = "StreamBenchmark.";
    private static final String QUEUED = "QueuedEffectBenchmark.";
    private static final String PROMOTED = "PromotedEffectBenchmark.";
    private static final String PERCENTILE = "PercentileBenchmark.";
    private static final String TAIL = "TailBenchmark.";
    private static final double NONE = Double.NaN;
    private static final String LAYOUT = "%-42s %10.1f %10.1f %9.0f %6.2f %7.1f | %8s %8s %8s";

    /** Those of an application with the extension. */
    static List<Rivals> enabled() {
        return List.of(step("SAMPLED", 0.30), step("UNSAMPLED", 0.05),
                pipeline("a Uni with three callbacks", PIPELINE, 0.40), pipeline("a Multi of three items", STREAM, 0.50),
                queued("a batch of 100 queued jobs, awaited at the end", "Batch", 0.50),
                queued("one queued job, awaited at once", "", NONE), percentile("one thread", "ByOne"),
                percentile("two threads", "ByTwo"), tail("the same trace, sampled and batched", "sampled"),
                tail("the same trace, recorded and dropped without a tail", "recorded"));
    }

    /** Those of an application built with the extension disabled. */
    static List<Rivals> disabled() {
        return List.of(new Rivals("@Step with quarkus.steptrace.enabled=false against the plain method",
                List.of(STEP + "step SAMPLED", STEP + "plain SAMPLED"), STEP + "plain SAMPLED", null, 1.10));
    }

    /** Prints what they cost; benchmarks that did not run are left out, and all of it if the rival did not. */
    void print(Map<String, Measurement> measurements, Effort effort, PrintWriter out) {
        if (!measurements.containsKey(rival)) {
            return;
        }
        List<String> ran = rows.stream().filter(measurements::containsKey).toList();
        Comparison<String, Measurement> gross = new Comparison<>(ran, List.of(Column.median("ns", Measurement::nanos),
                Column.median("cpu ns", Measurement::cpuNanos), Column.median("bytes", Measurement::bytes),
                Column.median("spans", Measurement::spans), Column.median("others", Measurement::othersCores),
                Column.ratio("time", rival, Measurement::nanos), Column.ratio("cpu", rival, Measurement::cpuNanos),
                Column.ratio("bytes", rival, Measurement::bytes)), effort);
        Comparison<String, Measurement> net = new Comparison<>(ran, List.of(Column.blank(), Column.blank(), Column.blank(),
                Column.blank(), Column.blank(), net(measurements, Measurement::nanos),
                net(measurements, Measurement::cpuNanos), net(measurements, Measurement::bytes)), effort);
        List<Turn<String, Measurement>> turns = List.of(new Turn<>(measurements));
        Table table = new Table(LAYOUT, out);
        out.printf("%n%s; 1.000 = %s%n", title, rival);
        gross.printHead("", table);
        for (String row : ran) {
            gross.printRow(row, row, table, turns);
            if (measurements.containsKey(floor) && !row.equals(floor)) {
                net.printRow("  what it adds to a bare job", row, table, turns);
            }
        }
        if (!Double.isNaN(limit) && measurements.containsKey(rows.get(0))) {
            double floorNanos = floor == null ? 0 : nanos(measurements, floor);
            Goal.atMost(title + ", time", limit).print(
                    (nanos(measurements, rows.get(0)) - floorNanos) / (nanos(measurements, rival) - floorNanos), out);
        }
    }

    private static double nanos(Map<String, Measurement> measurements, String name) {
        return measurements.containsKey(name) ? measurements.get(name).nanos() : Double.NaN;
    }

    /** The ratio of what is left above the floor. */
    private Column<String, Measurement> net(Map<String, Measurement> measurements, ToDoubleFunction<Measurement> figure) {
        return Column.ratio("", rival,
                measured -> figure.applyAsDouble(measured) - figure.applyAsDouble(measurements.get(floor)));
    }

    private static Rivals step(String parent, double limit) {
        List<String> rows = List.of(STEP + "step " + parent, STEP + "withSpan " + parent, STEP + "raw " + parent,
                STEP + "plain " + parent);
        return new Rivals("@Step below a parent that is " + parent, rows, rows.get(1), null, limit);
    }

    private static Rivals pipeline(String result, String benchmark, double limit) {
        List<String> rows = List.of(benchmark + "step SAMPLED", benchmark + "withSpan SAMPLED", benchmark + "plain SAMPLED");
        return new Rivals("@Step on " + result, rows, rows.get(1), null, limit);
    }

    private static Rivals percentile(String threads, String suffix) {
        List<String> rows = List.of(PERCENTILE + "record" + suffix, PERCENTILE + "span" + suffix);
        return new Rivals("a duration recorded into the percentile window of a route against a sampled span, by " + threads,
                rows, rows.get(1), null, NONE);
    }

    private static Rivals tail(String title, String rival) {
        List<String> rows = List.of(TAIL + "heldBack", TAIL + "recorded", TAIL + "sampled");
        return new Rivals("a span of a trace of ten held back by the tail and dropped at the end against " + title, rows,
                TAIL + rival, null, NONE);
    }

    private static Rivals queued(String title, String suffix, double limit) {
        String parent = suffix + " SAMPLED";
        String floor = QUEUED + "bare" + parent;
        return new Rivals("@Effect on a queue: " + title,
                List.of(QUEUED + "effect" + parent, PROMOTED + "effect" + parent, QUEUED + "alwaysOn" + parent, floor),
                QUEUED + "alwaysOn" + parent, floor, limit);
    }
}
