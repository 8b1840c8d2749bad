package io.steptrace.benchmarks.growth;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Spread;
import io.steptrace.benchmarks.comparison.Table;

/** Gives an application more and more of something: what a unit of it costs at each size. */
public final class GrowthComparison {

    private static final Effort FULL = new Effort(1, 15, 12);
    private static final Effort QUICK = new Effort(1, 8, 5);
    private static final String LAYOUT = "%-20s %8.0f %10.2f %10.1f | %-22s";

    private final Path build;
    private final Effort effort;
    private final GrowthPlot plot = new GrowthPlot();
    private final PrintWriter out;

    private GrowthComparison(Path build, Effort effort, PrintWriter out) {
        this.build = build;
        this.effort = effort;
        this.out = out;
    }

    /** @param arguments {@code full|quick <folder of the application with the extension> <folder for the plot>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        GrowthComparison run = new GrowthComparison(Path.of(arguments.get(1)), arguments.get(0).equals("quick") ? QUICK : FULL,
                out);
        out.printf("%nProcessor time of a request, of a span where their number grows; heap after GC; 1.000 = the smallest%n");
        for (Dimension dimension : Dimension.values()) {
            run.grow(dimension);
        }
        Path folder = Files.createDirectories(Path.of(arguments.get(2)));
        Files.writeString(folder.resolve("growth.svg"), run.plot.draw());
        return true;
    }

    private void grow(Dimension dimension) throws IOException, InterruptedException {
        System.out.printf("# %s%n", dimension);
        List<Turn<Integer, GrownBuild.Sample>> turns;
        try (GrownBuild grown = new GrownBuild(dimension, build)) {
            turns = new Comparison<Integer, GrownBuild.Sample>(dimension.sizes(), List.of(), effort).measure(grown::sample);
        }
        Table table = new Table(LAYOUT, out);
        out.println();
        table.row(dimension, "size", "cpu us", "heap MB", "cpu");
        List<Integer> sizes = dimension.costly();
        int smallest = sizes.get(0);
        for (int size : sizes) {
            Spread ratio = Spread.of(turns.stream().mapToDouble(turn -> dimension.cost(size, turn.taken())
                    / dimension.cost(smallest, turn.taken())));
            table.row("", size, median(turns, turn -> dimension.cost(size, turn.taken())),
                    median(turns, turn -> turn.taken().get(size).heapMegabytes()), ratio);
            plot.add(dimension.toString(), size, ratio.median());
            if (size == sizes.get(sizes.size() - 1) && !Double.isNaN(dimension.limit())) {
                Goal.atMost(size + " " + dimension + " against " + smallest + ", cpu", dimension.limit()).print(ratio.median(),
                        out);
            }
        }
    }

    private static double median(List<Turn<Integer, GrownBuild.Sample>> turns,
            ToDoubleFunction<Turn<Integer, GrownBuild.Sample>> figure) {
        return Spread.of(turns.stream().mapToDouble(figure)).median();
    }
}
