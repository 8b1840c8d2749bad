package io.steptrace.benchmarks.drill.memory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Has the application make more spans than its heap holds while the collector takes none of them, for each size of
 * heap, kind of outage and size of span, and writes what became of the spans. Fails if one is neither delivered nor
 * counted as lost, if a request was not answered, or if tracing did not go on.
 * <p>
 * Arguments: {@code full|quick <folder of the application> <file of the table>}.
 */
public final class MemoryRun {

    private MemoryRun() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Cell> cells = args[0].equals("quick") ? Cell.quick() : Cell.all();
        boolean isRight = true;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
            MemoryTable.printHead(out);
            for (Cell cell : cells) {
                System.out.printf("# heap %d m, collector %s, %s%n", cell.heapMegabytes(), cell.outage(), cell.spans());
                try (MemoryDrill drill = new MemoryDrill(cell, Path.of(args[1]))) {
                    CellResult result = drill.run();
                    MemoryTable.print(cell, result, out);
                    isRight &= result.isRight();
                }
            }
        }
        System.exit(isRight ? 0 : 1);
    }
}
