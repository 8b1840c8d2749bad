package io.steptrace.benchmarks.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process occupies of the machine's memory at the moment, shared pages included; known on Linux only. */
final class ResidentMemory {

    private static final String RESIDENT = "VmRSS:";

    private ResidentMemory() {
    }

    /** @throws IllegalStateException if it has ended */
    static long bytesOf(Process process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT)).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .orElseThrow(() -> new IllegalStateException("a process must run while it is measured: it has ended"));
        }
    }
}
