package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.benchmarks.comparison.Table;

/**
 * Has the application make more spans than its heap holds while the collector takes none of them, for each size of
 * heap, kind of outage and size of span, and writes what became of the spans. Fails if one is neither delivered nor
 * counted as lost, if a request was not answered, or if tracing did not go on.
 */
public final class SmallHeaps {

    private static final String LAYOUT = "%8s %-9s %-14s %8d %10d %12d   %-5s";

    private SmallHeaps() {
    }

    /** @param arguments {@code full|quick <folder of the application>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        boolean isRight = true;
        out.printf("%nCollector that takes nothing while the spans are made, and everything afterwards; OTLP http/protobuf%n");
        Table table = new Table(LAYOUT, out);
        table.row("heap", "collector", "spans", "sent", "delivered", "counted lost");
        for (Cell cell : arguments.get(0).equals("quick") ? Cell.quick() : Cell.all()) {
            System.out.printf("# heap %d m, collector %s, %s%n", cell.heapMegabytes(), cell.outage(), cell.spans());
            try (MemoryDrill drill = new MemoryDrill(cell, Path.of(arguments.get(1)))) {
                CellResult result = drill.run();
                table.row(cell.heapMegabytes() + " m", cell.outage(), cell.spans(), result.account().sent(),
                        result.account().delivered(), result.countedLost(),
                        result.isRight() ? "right" : "WRONG: " + String.join(", ", result.wrongs()));
                isRight &= result.isRight();
            }
        }
        return isRight;
    }
}
