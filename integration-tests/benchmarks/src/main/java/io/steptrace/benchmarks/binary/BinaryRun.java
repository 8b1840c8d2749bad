package io.steptrace.benchmarks.binary;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts two binaries of the blog in turn, has each serve some requests, and writes how they compare.
 * <p>
 * Arguments: {@code <binary with the extension> <binary without it> <file of the table>}.
 */
public final class BinaryRun {

    private static final int ROUNDS = 3;

    private BinaryRun() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Binary measured = new Binary(Path.of(args[0]));
        Binary rival = new Binary(Path.of(args[1]));
        // reads the files from disk, which counts for neither
        measured.visit();
        rival.visit();
        List<Visit> ofMeasured = new ArrayList<>();
        List<Visit> ofRival = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofMeasured.add(measured.visit());
            ofRival.add(rival.visit());
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
            BinaryTable table = new BinaryTable(out);
            table.print("with", measured, ofMeasured);
            table.print("without", rival, ofRival);
            table.printRatios(measured, ofMeasured, rival, ofRival);
        }
    }
}
