package io.steptrace.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.benchmarks.drill.OutageComparison;
import io.steptrace.benchmarks.drill.SmallHeaps;
import io.steptrace.benchmarks.growth.GrowthComparison;
import io.steptrace.benchmarks.load.DetectionComparison;
import io.steptrace.benchmarks.load.ExportComparison;
import io.steptrace.benchmarks.load.FootprintComparison;
import io.steptrace.benchmarks.load.HttpComparison;
import io.steptrace.benchmarks.load.SamplingComparison;
import io.steptrace.benchmarks.soak.Soak;
import io.steptrace.benchmarks.startup.MethodsComparison;
import io.steptrace.benchmarks.startup.NativeComparison;
import io.steptrace.benchmarks.waits.WaitsComparison;

/**
 * Measures in one of several modes. Arguments: {@code <mode> <file of the table>}, then those of the mode; ends with 1 if what
 * was measured is not as it has to be.
 */
public final class Measure {

    /** Measures, writes the figures and says whether they are as they have to be. */
    private interface Mode {
        boolean run(List<String> arguments, PrintWriter out) throws Exception;
    }

    private Measure() {
    }

    public static void main(String[] args) throws Exception {
        Mode mode = mode(args[0]);
        boolean isRight;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8))) {
            isRight = mode.run(List.of(args).subList(2, args.length), out);
        }
        System.exit(isRight ? 0 : 1);
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "enabled" -> JmhRun::enabled;
            case "disabled" -> JmhRun::disabled;
            case "http" -> HttpComparison::run;
            case "detect" -> DetectionComparison::run;
            case "footprint" -> FootprintComparison::run;
            case "growth" -> GrowthComparison::run;
            case "outage" -> OutageComparison::run;
            case "soak" -> Soak::run;
            case "memory" -> SmallHeaps::run;
            case "export" -> ExportComparison::run;
            case "sampling" -> SamplingComparison::run;
            case "methods" -> MethodsComparison::run;
            case "native" -> NativeComparison::run;
            case "waits" -> WaitsComparison::run;
            default -> throw new IllegalArgumentException("mode must be one of run.sh, was " + name);
        };
    }
}
