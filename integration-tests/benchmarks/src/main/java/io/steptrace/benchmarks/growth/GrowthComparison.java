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
    private static final Effort QUICK = new Effort(1, 5, 4);
    /** Where no memory is kept for more. */
    private static final double MAX_HEAP = 1.10;
    private static final String LAYOUT = "%-20s %8d %10.2f %10.1f | %-22s";

    private final Path build;
    private final Path mutable;
    private final Path folder;
    private final Effort effort;
    private final GrowthPlot plot = new GrowthPlot();
    private final PrintWriter out;

    private GrowthComparison(Path build, Path mutable, Path folder, Effort effort, PrintWriter out) {
        this.build = build;
        this.mutable = mutable;
        this.folder = folder;
        this.effort = effort;
        this.out = out;
    }

    /**
     * @param arguments {@code full|quick <folder of the application with the extension> <folder of a mutable jar of it> <empty
     *        folder, for the plot as well>}
     */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments.get(3)));
        GrowthComparison run = new GrowthComparison(Path.of(arguments.get(1)), Path.of(arguments.get(2)), folder,
                arguments.get(0).equals("quick") ? QUICK : FULL, out);
        out.printf("%nProcessor time of a request, of a span where their number grows; heap after GC; 1.000 = the smallest%n");
        for (Dimension dimension : Dimension.values()) {
            run.grow(dimension);
        }
        Files.writeString(folder.resolve("growth.svg"), run.plot.draw());
        return true;
    }

    private void grow(Dimension dimension) throws IOException, InterruptedException {
        System.out.printf("# %s%n", dimension);
        List<Turn<Integer, GrownBuild.Sample>> turns;
        Path opened = dimension.open(build, mutable, folder.resolve(dimension.name()));
        try (GrownBuild grown = new GrownBuild(dimension, opened)) {
            turns = new Comparison<Integer, GrownBuild.Sample>(dimension.sizes(), List.of(), effort).measure(grown::sample);
        }
        Table table = new Table(LAYOUT, out);
        out.println();
        table.row(dimension, "size", "cpu us", "heap MB", "cpu");
        List<Integer> sizes = dimension.costly();
        for (int size : sizes) {
            Spread ratio = ratio(dimension, size, sizes.get(0), turns);
            table.row("", size, median(turns, turn -> dimension.cost(size, turn.taken())), heap(turns, size), ratio);
            plot.add(dimension.toString(), size, ratio.median());
        }
        int largest = sizes.get(sizes.size() - 1);
        int reference = dimension.reference();
        Goal.atMost(largest + " " + dimension + " against " + reference + ", cpu", dimension.limit())
                .print(ratio(dimension, largest, reference, turns).median(), out);
        if (dimension.isBounded()) {
            int middle = sizes.get(sizes.size() - 2);
            Goal.atMost(largest + " " + dimension + " against " + middle + ", heap", MAX_HEAP)
                    .print(heap(turns, largest) / heap(turns, middle), out);
        }
    }

    private static Spread ratio(Dimension dimension, int size, int reference,
            List<Turn<Integer, GrownBuild.Sample>> turns) {
        return Spread.of(turns.stream().mapToDouble(
                turn -> dimension.cost(size, turn.taken()) / dimension.cost(reference, turn.taken())));
    }

    private static double heap(List<Turn<Integer, GrownBuild.Sample>> turns, int size) {
        return median(turns, turn -> turn.taken().get(size).heapMegabytes());
    }

    private static double median(List<Turn<Integer, GrownBuild.Sample>> turns,
            ToDoubleFunction<Turn<Integer, GrownBuild.Sample>> figure) {
        return Spread.of(turns.stream().mapToDouble(figure)).median();
    }
}
