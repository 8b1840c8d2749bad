package io.steptrace.runtime.internal.export.disk;

import static io.steptrace.runtime.internal.export.LossListener.SHUTDOWN;
import static io.steptrace.runtime.internal.export.LossListener.SPOOL_FULL;
import static io.steptrace.runtime.internal.export.spool.Batches.batch;
import static io.steptrace.runtime.internal.export.spool.Batches.drain;
import static io.steptrace.runtime.internal.export.spool.Batches.sized;
import static io.steptrace.runtime.internal.export.spool.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.runtime.internal.export.RecordedLosses.Loss;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.spool.SpoolContract;
import io.steptrace.runtime.internal.export.spool.SpoolLimits;

/** What the spool in a folder does besides what every spool does. */
class DiskSpoolTest extends SpoolContract {

    @TempDir
    Path temp;

    @Override
    protected Spool create(SpoolLimits limits) {
        return DiskSpool.open(folder(), limits, limits, losses);
    }

    @Test
    void keepsTheOrderOverARestart() {
        Spool spool = open(WIDE);
        for (String name : new String[] { "a", "b", "c" }) {
            spool.offer(batch(name, 1));
            spool.close();
            spool = open(WIDE);
        }
        spool.offer(batch("d", 1));
        assertThat(spool.fill().spans()).isEqualTo(4);
        assertThat(drain(spool)).containsExactly("a", "b", "c", "d");
        assertThat(losses.all()).isEmpty();
        assertThat(spool.medium()).isEqualTo("disk");
    }

    @Test
    void whatWasDeliveredIsNotSentAgain() {
        Spool spool = open(WIDE);
        spool.offer(batch("a", 1));
        spool.offer(batch("b", 1));
        spool.take();
        spool.settle();
        spool.close();
        assertThat(drain(open(WIDE))).containsExactly("b");
    }

    @Test
    void whatWasDroppedIsNotSentAgain() {
        SpoolLimits narrow = new SpoolLimits(2, WIDE.maxBytes());
        Spool spool = open(narrow);
        spool.offer(batch("a", 1));
        spool.offer(batch("b", 1));
        spool.offer(batch("c", 1));
        spool.close();
        assertThat(drain(open(WIDE))).containsExactly("b", "c");
    }

    @Test
    void whatWasInFlightAtAKillIsSentAgain() throws IOException {
        Spool spool = open(WIDE);
        spool.offer(batch("a", 1));
        spool.offer(batch("b", 1));
        spool.take();
        Path left = Folders.copy(folder(), temp.resolve("left"));
        try (Spool next = DiskSpool.open(left, WIDE, WIDE, losses)) {
            assertThat(drain(next)).containsExactly("a", "b");
        }
    }

    @Test
    void whatLandsAfterTheCloseLeavesTheFolderAlone() {
        Spool spool = open(WIDE);
        spool.offer(batch("a", 1));
        spool.take();
        spool.close();
        spool.settle();
        spool.offer(batch("b", 2));
        assertThat(spool.take()).isNull();
        assertThat(losses.all()).containsExactly(new Loss(SHUTDOWN, 2));
        assertThat(drain(open(WIDE))).containsExactly("a");
    }

    @Test
    void aDrainedFolderHoldsItsLockOnly() throws IOException {
        Spool spool = open(WIDE);
        for (int i = 0; i < 20; i++) {
            spool.offer(sized(400_000, 1));
        }
        assertThat(Folders.segments(folder())).hasSizeGreaterThan(5);
        drain(spool);
        assertThat(Folders.segments(folder())).isEmpty();
        spool.offer(batch("on", 1));
        assertThat(drain(spool)).containsExactly("on");
        try (var files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(".lock");
        }
    }

    @Test
    void makesRoomByTheOldestSegmentThatCanGo() {
        Spool spool = open(new SpoolLimits(1_000, 4_000));
        for (int i = 1; i <= 8; i++) {
            spool.offer(sized(470, i));
        }
        assertThat(spool.fill().bytes()).isEqualTo(8 * 490);
        assertThat(spool.take().spans()).isEqualTo(1);
        spool.offer(sized(470, 9));
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 3), new Loss(SPOOL_FULL, 4));
        assertThat(spool.fill().batches()).isEqualTo(7);
        spool.putBack();
        assertThat(spool.take().spans()).isEqualTo(1);
    }

    @Test
    void aBatchTooLargeCostsNoOther() {
        Spool spool = open(new SpoolLimits(1_000, 4_000));
        spool.offer(batch("a", 1));
        spool.offer(sized(4_000, 2));
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 2));
        assertThat(drain(spool)).containsExactly("a");
    }

    @Test
    void narrowerLimitsDropTheOldestOfWhatWasLeft() {
        Spool spool = open(WIDE);
        for (int i = 1; i <= 4; i++) {
            spool.offer(batch("batch " + i, 1));
        }
        spool.close();
        Spool narrow = open(new SpoolLimits(3, WIDE.maxBytes()));
        assertThat(losses.all()).containsExactly(new Loss(SPOOL_FULL, 1));
        assertThat(text(narrow.take())).isEqualTo("batch 2");
        narrow.close();
        Spool tiny = open(new SpoolLimits(3, 10));
        assertThat(losses.spans()).isEqualTo(4);
        assertThat(tiny.fill().bytes()).isZero();
    }

    @Test
    void anInterruptedThreadLosesNothing() {
        Spool spool = open(WIDE);
        Thread.currentThread().interrupt();
        spool.offer(batch("a", 1));
        assertThat(drain(spool)).containsExactly("a");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(losses.all()).isEmpty();
    }

    @Test
    void goesOnBehindASegmentThatCannotBeWritten() throws IOException {
        Spool spool = open(WIDE);
        Files.createDirectory(folder().resolve("0000000000000001.spool"));
        spool.offer(batch("a", 2));
        spool.offer(batch("b", 1));
        assertThat(spool.refusal()).isNull();
        assertThat(drain(spool)).containsExactly("a", "b");
        assertThat(losses.all()).isEmpty();
    }

    private Path folder() {
        return temp.resolve("spool");
    }
}
