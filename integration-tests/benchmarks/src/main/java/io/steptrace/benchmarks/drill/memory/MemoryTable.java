package io.steptrace.benchmarks.drill.memory;

import java.io.PrintWriter;

/** The cells as text, a line each. */
final class MemoryTable {

    private static final String HEAD = "%8s %-9s %-14s %8s %10s %12s   %s%n";
    private static final String ROW = "%6d m %-9s %-14s %8d %10d %12d   %s%n";

    private MemoryTable() {
    }

    static void printHead(PrintWriter out) {
        out.printf("%nCollector that takes nothing while the spans are made, and everything afterwards; OTLP http/protobuf%n");
        out.printf(HEAD, "heap", "collector", "spans", "sent", "delivered", "counted lost", "");
    }

    static void print(Cell cell, CellResult result, PrintWriter out) {
        out.printf(ROW, cell.heapMegabytes(), cell.outage(), cell.spans(), result.account().sent(),
                result.account().delivered(), result.countedLost(),
                result.isRight() ? "right" : "WRONG: " + String.join(", ", result.wrongs()));
        out.flush();
    }
}
