package io.steptrace.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.steptrace.benchmarks.drill.OutageComparison;
import io.steptrace.benchmarks.drill.SmallHeaps;
import io.steptrace.benchmarks.drill.Soak;
import io.steptrace.benchmarks.load.ExportComparison;
import io.steptrace.benchmarks.load.HttpComparison;
import io.steptrace.benchmarks.load.SamplingComparison;
import io.steptrace.benchmarks.startup.MethodsComparison;
import io.steptrace.benchmarks.startup.NativeComparison;

/**
 * Measures in one of several modes. Arguments: {@code <mode> <file of the table>}, then those of the mode; ends with 1 if what
 * was measured is not as it has to be.
 */
public final class Measure {

    private static final Map<String, Mode> MODES = Map.of("enabled", JmhRun::enabled, "disabled", JmhRun::disabled,
            "http", HttpComparison::run, "outage", OutageComparison::run, "soak", Soak::run, "memory", SmallHeaps::run,
            "export", ExportComparison::run, "sampling", SamplingComparison::run, "methods", MethodsComparison::run,
            "native", NativeComparison::run);

    /** Measures, writes the figures and says whether they are as they have to be. */
    private interface Mode {
        boolean run(List<String> arguments, PrintWriter out) throws Exception;
    }

    private Measure() {
    }

    public static void main(String[] args) throws Exception {
        Mode mode = MODES.get(args[0]);
        if (mode == null) {
            throw new IllegalArgumentException("mode must be one of " + MODES.keySet() + ", was " + args[0]);
        }
        boolean isRight;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8))) {
            isRight = mode.run(List.of(args).subList(2, args.length), out);
        }
        System.exit(isRight ? 0 : 1);
    }
}
