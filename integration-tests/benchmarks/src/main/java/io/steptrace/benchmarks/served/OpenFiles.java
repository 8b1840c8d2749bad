package io.steptrace.benchmarks.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files, sockets and pipes a process has open at the moment; known on Linux only. */
final class OpenFiles {

    private OpenFiles() {
    }

    /** @throws IOException also if it has ended */
    static int of(Process process) throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return (int) handles.count();
        }
    }
}
