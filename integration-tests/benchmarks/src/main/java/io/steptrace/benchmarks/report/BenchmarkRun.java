package io.steptrace.benchmarks.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import io.steptrace.benchmarks.PercentileBenchmark;
import io.steptrace.benchmarks.PipelineBenchmark;
import io.steptrace.benchmarks.PromotedEffectBenchmark;
import io.steptrace.benchmarks.QueuedEffectBenchmark;
import io.steptrace.benchmarks.StepBenchmark;
import io.steptrace.benchmarks.TailBenchmark;

/**
 * Runs all benchmarks of an application and writes their ratios.
 * <p>
 * Arguments: {@code enabled|disabled full|quick <file of the table>}, then any of the command line of JMH.
 */
public final class BenchmarkRun {

    private static final String PARENT = "parent";
    private static final String SAMPLED = "SAMPLED";

    private final Effort effort;
    private final CommandLineOptions commandLine;

    private BenchmarkRun(Effort effort, CommandLineOptions commandLine) {
        this.effort = effort;
        this.commandLine = commandLine;
    }

    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        boolean enabled = args[0].equals("enabled");
        Path table = Path.of(args[2]);
        String[] rest = List.of(args).subList(3, args.length).toArray(String[]::new);
        BenchmarkRun run = new BenchmarkRun(args[1].equals("quick") ? Effort.QUICK : Effort.FULL,
                new CommandLineOptions(rest));
        List<RunResult> results = enabled ? run.enabled() : run.disabled();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(table, StandardCharsets.UTF_8))) {
            RatioTable ratios = new RatioTable(byName(results));
            (enabled ? Comparison.enabled() : Comparison.disabled()).forEach(comparison -> ratios.print(comparison, out));
        }
    }

    private List<RunResult> enabled() throws RunnerException {
        List<RunResult> results = new ArrayList<>(run(options(StepBenchmark.class, "")));
        results.addAll(run(options(PipelineBenchmark.class, "").param(PARENT, SAMPLED)));
        results.addAll(run(options(QueuedEffectBenchmark.class, "").param(PARENT, SAMPLED)));
        results.addAll(run(options(PromotedEffectBenchmark.class, "").param(PARENT, SAMPLED)));
        results.addAll(run(options(PercentileBenchmark.class, "")));
        results.addAll(run(options(TailBenchmark.class, "")));
        return results;
    }

    private List<RunResult> disabled() throws RunnerException {
        return List.copyOf(run(options(StepBenchmark.class, "(plain|step)").param(PARENT, SAMPLED)));
    }

    private Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        try {
            return new Runner(options.build()).run();
        } catch (NoBenchmarksException e) {
            // the command line excludes all of them
            return List.of();
        }
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, String methods) {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(commandLine)
                .include("\\." + benchmark.getSimpleName() + "\\." + methods)
                // what Quarkus' own launcher would set, and a heap that does not grow while measuring
                .jvmArgs("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Xms1g", "-Xmx1g")
                .addProfiler(GCProfiler.class)
                .addProfiler(CostProfiler.class);
        effort.applyTo(options);
        return options;
    }

    private static Map<String, Measurement> byName(List<RunResult> results) {
        Map<String, Measurement> measurements = new HashMap<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String[] path = params.getBenchmark().split("\\.");
            String parent = params.getParam(PARENT);
            String name = path[path.length - 2] + "." + path[path.length - 1] + (parent == null ? "" : " " + parent);
            measurements.put(name, Measurement.of(result));
        }
        return measurements;
    }
}
