package io.steptrace.benchmarks.served;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time of the JIT compiler of a process, which a JVM that has warmed up no longer takes; known on Linux
 * only, none elsewhere. The threads of the compiler must not come and go.
 */
final class CompilerTime {

    /** An option of the JVM that has as many of them from the start to the end. */
    static final String LASTING_THREADS = "-XX:-UseDynamicNumberOfCompilerThreads";

    private final Path threads;

    CompilerTime(long pid) {
        threads = Path.of("/proc", String.valueOf(pid), "task");
    }

    Duration soFar() {
        long nanos = 0;
        if (Files.isDirectory(threads)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
                for (Path thread : all) {
                    nanos += nanosOf(thread);
                }
            } catch (IOException e) {
                throw new IllegalStateException("the threads of a process must be known while it is measured", e);
            }
        }
        return Duration.ofNanos(nanos);
    }

    private static long nanosOf(Path thread) throws IOException {
        try {
            String name = Files.readString(thread.resolve("comm"));
            return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")
                    ? Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0])
                    : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
