package io.steptrace.benchmarks;

import java.io.PrintWriter;
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
import org.openjdk.jmh.runner.options.TimeValue;

import io.steptrace.benchmarks.comparison.Comparison.Effort;

/**
 * Runs the benchmarks of JMH inside one build of the application, and writes their ratios.
 * <p>
 * Two cores need some seconds to compile what three threads run at once; short iterations without a long warm-up measure the
 * compiler.
 */
final class JmhRun {

    private static final String PARENT = "parent";
    private static final String SAMPLED = "SAMPLED";
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private final boolean isQuick;
    private final Effort effort;
    private final CommandLineOptions commandLine;

    private JmhRun(List<String> arguments) throws CommandLineOptionException {
        this.isQuick = arguments.get(0).equals("quick");
        this.effort = isQuick ? new Effort(1, 4, 3) : new Effort(1, 6, 4);
        this.commandLine = new CommandLineOptions(arguments.subList(1, arguments.size()).toArray(String[]::new));
    }

    /** @param arguments {@code full|quick}, then any of the command line of JMH */
    static boolean enabled(List<String> arguments, PrintWriter out) throws RunnerException, CommandLineOptionException {
        JmhRun run = new JmhRun(arguments);
        return run.print(run.enabled(), Rivals.enabled(), out);
    }

    /** Likewise, of an application built with the extension disabled. */
    static boolean disabled(List<String> arguments, PrintWriter out) throws RunnerException, CommandLineOptionException {
        JmhRun run = new JmhRun(arguments);
        return run.print(run.disabled(), Rivals.disabled(), out);
    }

    private boolean print(List<RunResult> results, List<Rivals> all, PrintWriter out) {
        Map<String, Measurement> measurements = byName(results);
        all.forEach(rivals -> rivals.print(measurements, effort, out));
        return true;
    }

    private List<RunResult> enabled() throws RunnerException {
        List<RunResult> results = new ArrayList<>(run(options(StepBenchmark.class, "")));
        results.addAll(run(options(PipelineBenchmark.class, "").param(PARENT, SAMPLED)));
        results.addAll(run(options(StreamBenchmark.class, "").param(PARENT, SAMPLED)));
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
        if (isQuick) {
            // each benchmark says itself how many it needs; a first look makes do with one
            options.forks(effort.starts());
        }
        return options.warmupIterations(effort.warmups()).warmupTime(ITERATION)
                .measurementIterations(effort.turns()).measurementTime(ITERATION);
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
