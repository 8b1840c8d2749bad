package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.RecordedLosses;
import io.steptrace.runtime.internal.export.SpoolFill;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** A disk that does not answer, made of a pipe that is not opened at its other end. */
class DiskSpoolHangTest {

    private static final SpoolLimits WIDE = new SpoolLimits(1_000, 1_000_000);

    @TempDir
    Path temp;

    private final RecordedLosses losses = new RecordedLosses();

    @Test
    @Timeout(30)
    void whatTheSpoolHoldsCanBeSeenWhileTheDiskHangs() throws Exception {
        Path folder = temp.resolve("spool");
        try (Spool spool = DiskSpool.open(folder, WIDE, WIDE, losses)) {
            spool.offer(batch("a", 3));
            SpoolFill before = spool.fill();
            Path segment = Folders.onlySegment(folder);
            Path away = Files.move(segment, temp.resolve("away"));
            assumeTrue(Commands.succeed("mkfifo", segment.toString()));

            FutureTask<Batch> taking = new FutureTask<>(spool::take);
            FutureTask<Long> offering = new FutureTask<>(() -> spool.offer(batch("b", 4)));
            List<Thread> threads = List.of(new Thread(taking), new Thread(offering));
            threads.forEach(Thread::start);
            // the one that hangs is in the way of the other
            await().until(() -> threads.stream().anyMatch(thread -> thread.getState() == Thread.State.BLOCKED));
            try {
                assertThat(CompletableFuture.supplyAsync(spool::fill).get(10, SECONDS)).isEqualTo(before);
                assertThat(spool.medium()).isEqualTo("disk");
                assertThat(spool.refusal()).isNull();
            } finally {
                release(segment, taking, offering);
            }
            Files.move(away, segment, StandardCopyOption.REPLACE_EXISTING);
            if (taking.get() != null) {
                spool.putBack();
            }
            assertThat(spool.fill().spans()).isEqualTo(7);
            assertThat(drain(spool)).containsExactly("a", "b");
        }
        assertThat(losses.all()).isEmpty();
    }

    /** Opens the other end until nothing waits for that any more. */
    private static void release(Path pipe, Future<?> taking, Future<?> offering) throws IOException {
        while (!taking.isDone() || !offering.isDone()) {
            Files.newByteChannel(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
        }
    }
}
