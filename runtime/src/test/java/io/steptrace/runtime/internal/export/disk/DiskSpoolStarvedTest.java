package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.sized;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** Processes with little memory outside of the heap, through which the JDK moves what goes to a file or comes from it. */
@DisabledForJreRange(min = JRE.JAVA_21, disabledReason = "how much of that memory a channel takes is known of JDK 17")
class DiskSpoolStarvedTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 10_000_000);

    @TempDir
    Path folder;

    @Test
    void largeBatchesTakeLittleOfIt() throws Exception {
        assertThat(printedBy(Large.class, "100k")).containsExactly("disk null", "1 of 3000000", "lost []");
    }

    @Test
    void whatTheDiskCannotGetForWantOfItIsHeldInMemoryAndSentOnce() throws Exception {
        assertThat(printedBy(Parted.class, "40k")).containsExactly("disk null", "memory out of memory",
                "2 of 50000", "3 of 50000", "7 of 50000", "lost []", "0 left");
    }

    @Test
    void aFolderThatCouldNotBeLockedForWantOfItIsNotInUse() throws Exception {
        assertThat(printedBy(Locking.class, "1k")).containsExactly("OutOfMemoryError", "disk null");
    }

    private List<String> printedBy(Class<?> main, String maxDirectMemory) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-XX:MaxDirectMemorySize=" + maxDirectMemory, "-cp",
                System.getProperty("java.class.path"), main.getName(), folder.toString()).redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            return lines.lines().toList();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Spool open(String folder, RecordedLosses losses) {
        return DiskSpool.open(Path.of(folder), WIDE, WIDE, losses);
    }

    private static void printState(Spool spool) {
        System.out.println(spool.medium() + " " + spool.refusal());
    }

    private static void printAll(Spool spool, RecordedLosses losses) {
        for (Batch batch = spool.take(); batch != null; batch = spool.take()) {
            System.out.println(batch.spans() + " of " + batch.body().length);
            spool.settle();
        }
        System.out.println("lost " + losses.all());
    }

    /** A batch larger than that memory. */
    static final class Large {

        public static void main(String[] args) {
            RecordedLosses losses = new RecordedLosses();
            try (Spool spool = open(args[0], losses)) {
                spool.offer(sized(3_000_000, 1));
                printState(spool);
                printAll(spool, losses);
            }
        }
    }

    /** All of that memory is taken at the first attempt to open the folder, and free at the second. */
    static final class Locking {

        public static void main(String[] args) {
            ByteBuffer all = ByteBuffer.allocateDirect(1024);
            try {
                open(args[0], new RecordedLosses());
            } catch (OutOfMemoryError e) {
                System.out.println(e.getClass().getSimpleName());
            }
            Reference.reachabilityFence(all);
            all = null;
            try (Spool spool = open(args[0], new RecordedLosses())) {
                printState(spool);
            }
        }
    }

    /** A split, and an offer, whose records that memory does not let through. */
    static final class Parted {

        public static void main(String[] args) {
            RecordedLosses losses = new RecordedLosses();
            try (Spool spool = open(args[0], losses)) {
                spool.offer(batch("whole", 5));
                printState(spool);
                spool.take();
                spool.replace(List.of(sized(50_000, 2), sized(50_000, 3)));
                spool.offer(sized(50_000, 7));
                printState(spool);
                printAll(spool, losses);
            }
            try (Spool spool = open(args[0], losses)) {
                System.out.println(spool.fill().spans() + " left");
            }
        }
    }
}
