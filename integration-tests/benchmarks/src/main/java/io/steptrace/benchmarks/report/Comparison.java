package io.steptrace.benchmarks.report;

import java.util.List;

/**
 * Benchmarks that are set against one rival.
 *
 * @param title what is compared
 * @param rows the benchmarks, each as {@code Class.method parent}
 * @param rival the one that stands for 1
 * @param floor what all of them contain, for a second look at what each adds to it; {@code null} if there is no such thing
 */
record Comparison(String title, List<String> rows, String rival, String floor) {

    private static final String STEP = "StepBenchmark.";
    private static final String QUEUED = "QueuedEffectBenchmark.";
    private static final String PROMOTED = "PromotedEffectBenchmark.";

    /** The comparisons of an application with the extension. */
    static List<Comparison> enabled() {
        return List.of(step("SAMPLED"), step("UNSAMPLED"), queued("a batch of 100 queued jobs, awaited at the end", "Batch"),
                queued("one queued job, awaited at once", ""));
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

    private static Comparison queued(String title, String suffix) {
        String parent = suffix + " SAMPLED";
        String floor = QUEUED + "bare" + parent;
        return new Comparison("@Effect on a queue: " + title,
                List.of(QUEUED + "effect" + parent, PROMOTED + "effect" + parent, QUEUED + "alwaysOn" + parent, floor),
                QUEUED + "alwaysOn" + parent, floor);
    }
}
