package io.steptrace.runtime.internal.waits.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that do not record, for the reasons that real ones have. */
class RefusingJvmTest {

    @TempDir
    Path folder;

    @Test
    void saysThatItHasNoSuchModule() throws Exception {
        assertThat(linesOf("--limit-modules=java.se,jdk.unsupported"))
                .filteredOn(line -> line.contains("waits: this Java runtime has no module jdk.jfr")).hasSize(1);
    }

    @Test
    void saysThatItCannotWriteItsFiles() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(linesOf("-Djava.io.tmpdir=" + file.resolve("folder")))
                .filteredOn(line -> line.contains("waits: JDK Flight Recorder refuses (")
                        && line.contains("see that this JVM may record and that java.io.tmpdir can be written"))
                .hasSize(1);
    }

    /** What a JVM with this option says until it exits, and that its stream has stopped and never run. */
    private static List<String> linesOf(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp", System.getProperty("java.class.path"),
                StreamAlone.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        assertThat(lines).containsOnlyOnce("stopped").doesNotContain("runs");
        return lines;
    }
}
