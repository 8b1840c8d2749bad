package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** Another process, killed while it offers: what was accepted is there, in order. */
class DiskSpoolKillTest {

    private static final SpoolLimits WIDE = new SpoolLimits(100_000_000, 1_000_000_000);

    @TempDir
    Path folder;

    @Test
    void whatWasAcceptedOutlivesAKill() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process offering = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Offering.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> accepted = new ArrayList<>();
        try (BufferedReader lines = offering.inputReader()) {
            while (accepted.size() < 500) {
                accepted.add(lines.readLine());
            }
            assertThatThrownBy(() -> DiskSpool.open(folder, WIDE, WIDE, new RecordedLosses()))
                    .hasMessageEndingWith("(another spool holds its lock)");
        } finally {
            offering.destroyForcibly().waitFor();
        }
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, new RecordedLosses())) {
            // more than those: it went on until it was killed
            assertThat(drain(spool)).startsWith(accepted.toArray(String[]::new)).doesNotHaveDuplicates();
        }
    }

    /** Tells of each batch once it is accepted. */
    static final class Offering {

        public static void main(String[] args) {
            try (Spool spool = DiskSpool.open(Path.of(args[0]), WIDE, WIDE, new RecordedLosses())) {
                for (int i = 0; i < 1_000_000; i++) {
                    spool.offer(batch("batch " + i, 1));
                    System.out.println("batch " + i);
                }
            }
        }
    }
}
