package io.steptrace.benchmarks.report;

import java.util.List;

/**
 * Benchmarks that are set against one rival.
 *
 * @param title what is compared
 * @param rows the benchmarks, each as {@code Class.method parent}, or without a parent where there is none
 * @param rival the one that stands for 1
 * @param floor what all of them contain, for a second look at what each adds to it; {@code null} if there is no such thing
 */
record Comparison(String title, List<String> rows, String rival, String floor) {

    private static final String STEP = "StepBenchmark.";
    private static final String PIPELINE = "PipelineBenchmark.";
    private static final String QUEUED = "QueuedEffectBenchmark.";
    private static final String PROMOTED = "PromotedEffectBenchmark.";
    private static final String PERCENTILE = "PercentileBenchmark.";
    private static final String TAIL = "TailBenchmark.";

    /** The comparisons of an application with the extension. */
    static List<Comparison> enabled() {
        return List.of(step("SAMPLED"), step("UNSAMPLED"), pipeline(),
                queued("a batch of 100 queued jobs, awaited at the end", "Batch"),
                queued("one queued job, awaited at once", ""), percentile("one thread", "ByOne"),
                percentile("two threads", "ByTwo"), tail("the same trace, sampled and batched", "sampled"),
                tail("the same trace, recorded and dropped without a tail", "recorded"));
    }

    /** The comparison of an application built with the extension disabled. */
    static List<Comparison> disabled() {
        return List.of(new Comparison("@Step with quarkus.steptrace.enabled=false against the plain method",
                List.of(STEP + "step SAMPLED", STEP + "plain SAMPLED"), STEP + "plain SAMPLED", null));
    }

    private static Comparison step(String parent) {
        List<String> rows = List.of(STEP + "step " + parent, STEP + "withSpan " + parent, STEP + "raw " + parent,
                STEP + "plain " + parent);
        return new Comparison("@Step below a parent that is " + parent, rows, rows.get(1), null);
    }

    private static Comparison pipeline() {
        List<String> rows = List.of(PIPELINE + "step SAMPLED", PIPELINE + "withSpan SAMPLED", PIPELINE + "plain SAMPLED");
        return new Comparison("@Step on a Uni with three callbacks", rows, rows.get(1), null);
    }

    private static Comparison percentile(String threads, String suffix) {
        List<String> rows = List.of(PERCENTILE + "record" + suffix, PERCENTILE + "span" + suffix);
        return new Comparison("a duration recorded into the percentile window of a route against a sampled span, by " + threads,
                rows, rows.get(1), null);
    }

    private static Comparison tail(String title, String rival) {
        List<String> rows = List.of(TAIL + "heldBack", TAIL + "recorded", TAIL + "sampled");
        return new Comparison("a span of a trace of ten held back by the tail and dropped at the end against " + title, rows,
                TAIL + rival, null);
    }

    private static Comparison queued(String title, String suffix) {
        String parent = suffix + " SAMPLED";
        String floor = QUEUED + "bare" + parent;
        return new Comparison("@Effect on a queue: " + title,
                List.of(QUEUED + "effect" + parent, PROMOTED + "effect" + parent, QUEUED + "alwaysOn" + parent, floor),
                QUEUED + "alwaysOn" + parent, floor);
    }
}
